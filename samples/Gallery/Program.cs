using System.CommandLine;
using Gallery;
using Gallery.Cases;

var list = new Option<bool>("--list") { Description = "List the kernels and stop." };
var only = new Option<string[]>("--only") { Description = "Run only these kernels, see --list.", HelpName = "NAME", AllowMultipleArgumentsPerToken = true };
only.AcceptOnlyFromAmong([.. Catalog.All.Select(entry => entry.Name)]);
var quick = new Option<bool>("--quick") { Description = "Small sizes and short runs." };
var json = new Option<string?>("--json") { Description = "Write the results to this file.", HelpName = "FILE" };
var picture = new Option<string>("--picture")
{
    Description = "Where the Mandelbrot picture goes.",
    HelpName = "FILE",
    DefaultValueFactory = _ => "mandelbrot.png",
};

var root = new RootCommand("Well-known kernels, as written and as generated: times, and outputs compared.") { list, only, quick, json, picture };
root.SetAction(arguments =>
{
    if (arguments.GetValue(list))
    {
        foreach (GalleryCase entry in Catalog.All)
        {
            Console.WriteLine($"{entry.Name,-24}{entry.Formula,-20}{entry.Describe(entry.Sizes.Full)}");
        }

        return 0;
    }

    string[] chosen = arguments.GetValue(only) ?? [];
    return GalleryRun.Run(
        [.. Catalog.All.Where(entry => chosen.Length == 0 || chosen.Contains(entry.Name))],
        arguments.GetValue(quick),
        arguments.GetValue(json),
        arguments.GetValue(picture));
});
return root.Parse(args).Invoke();
