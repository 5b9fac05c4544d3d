using System.Globalization;
using AutoPar.AnalysisCost;
using AutoPar.Generator.Tests.Budget;

// dotnet run -c Release --project bench/AnalysisCost [-- [--runs n] [--hostile [--only name]] [--methods] [folder ...]]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
int runs = 3;
bool hostileOnly = false;
bool methods = false;
string only = "";
List<string> folders = [];
for (int place = 0; place < args.Length; place++)
{
    switch (args[place])
    {
        case "--runs":
            runs = int.Parse(args[++place], CultureInfo.InvariantCulture);
            break;
        case "--only":
            only = args[++place];
            break;
        case "--methods":
            methods = true;
            break;
        case "--hostile":
            hostileOnly = true;
            break;
        default:
            folders.Add(args[place]);
            break;
    }
}

if (methods)
{
    foreach (string folder in folders)
    {
        MethodCosts.Print(SourceSet.OfFolder(folder), runs);
    }

    return;
}

if (!hostileOnly)
{
    IEnumerable<SourceSet> sets = folders.Count > 0
        ? folders.Select(SourceSet.OfFolder)
        : [Composition.Of("file of 2,000 lines", 2_000, isOneFile: true), Composition.Of("project of 100,000 lines", 100_000)];
    foreach (SourceSet set in sets)
    {
        Report.Of(set, runs);
    }
}

if (folders.Count == 0)
{
    Report.OfMethods("hostile methods under [Parallelize, Vectorize]", Chosen(HostileMethods.Annotated), runs);
    Report.OfMethods("hostile methods with parallel constructs", Chosen(HostileMethods.HandWritten), runs);
}

Dictionary<string, string> Chosen(IReadOnlyDictionary<string, string> methods) =>
    methods.Where(method => method.Key.Contains(only, StringComparison.Ordinal)).ToDictionary();
