Console.WriteLine("AutoPar");
