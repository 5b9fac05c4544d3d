using AutoPar.LoopSuite;

// The suite of loops: which are vectorized, whether they are right, and how fast they are next to C.
string filter = args.ElementAtOrDefault(1) ?? "";
switch (args.FirstOrDefault())
{
    case "verdicts":
        Verdicts.Print();
        return 0;
    case "refused":
        Verdicts.PrintRefused();
        return 0;
    case "check":
        return Check.Run(filter, CPeer.All()) == 0 ? 0 : 1;
    case "speed":
        Speed.Run(filter, CPeer.All());
        return 0;
    case "c":
        Console.WriteLine(CTranslation.Loops());
        return 0;
    default:
        Console.WriteLine("verdicts | refused | check [name] | speed [name] | c");
        return 1;
}
