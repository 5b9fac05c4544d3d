using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit;

/// <summary><c>XAsync</c>: hands <c>XParallel</c> to a thread that waits for it in place of the caller.</summary>
internal static class AsyncForm
{
    private const string Token = "global::System.Threading.CancellationToken";

    public static void Write(CodeWriter code, MethodPlan plan, IReadOnlyList<RegionPlan> regions, string reference)
    {
        MethodModel method = plan.Method;
        MethodSignature signature = method.Signature;
        HashSet<string> used = [.. signature.Parameters.Select(parameter => parameter.Name.TrimStart('@'))];
        string progress = UnusedName.Take(used, "progress");
        string? given = signature.Parameters.FirstOrDefault(parameter => parameter.TypeText == Token)?.Name;
        string token = given ?? UnusedName.Take(used, "cancellationToken");
        code.Line($"/// <summary>Runs <see cref=\"{reference}\"/> on all cores, on threads of AutoPar's own.</summary>");
        code.Line($"/// <inheritdoc cref=\"{reference}\"/>");
        code.Line($"/// <param name=\"{progress}\">Is told of the part that is done: ascending, at most every 50 ms, and 1 at the end.</param>");
        if (given is null)
        {
            code.Line($"/// <param name=\"{token}\">Cancels the task. What has been written then is what some of the iterations write.</param>");
        }

        code.Line("/// <returns>Fails with the exception of the lowest iteration that threw.</returns>");
        code.Line(FileParts.GeneratedCode);
        IEnumerable<ParameterModel> more = new[]
        {
            Optional("global::System.IProgress<double>?", progress, "null"),
            Optional(Token, token, "default"),
        };
        // What was params must be given, and so must all before it.
        bool areGiven = signature.Parameters.Any(parameter => parameter.Modifier.Split(' ').Contains("params"));
        IEnumerable<ParameterModel> parameters = signature.Parameters
            .Select(parameter => areGiven ? parameter with { DefaultValueText = null } : parameter).Select(SignatureText.WithoutParams);
        string declaration = SignatureText.Declaration(
            signature with
            {
                ReturnTypeText = "global::System.Threading.Tasks.Task" + (signature.ReturnsVoid ? "" : $"<{signature.ReturnTypeText}>"),
                Parameters = parameters.Concat(more.Take(given is null ? 2 : 1)).ToEquatableArray(),
            },
            signature.Name + "Async");
        string call = SignatureText.Call(signature, signature.Name + "Parallel");
        if (signature.IsStatic || !method.Types.Last().IsStruct)
        {
            code.Line(declaration);
            code.Line($"    => {Run(call)};");
            return;
        }

        string receiver = UnusedName.Take(used, "receiver");
        using (code.Block(declaration))
        {
            code.Line($"var {receiver} = this;");
            code.Line($"return {Run($"{receiver}.{call}")};");
        }

        string Run(string form) => $"global::AutoPar.Runtime.LoopTask.Run(() => {form}, {Loops(method, regions)}, {progress}, {token})";
    }

    /// <summary>How many regions run once each; 0 when one may run again and again, or strip by strip.</summary>
    private static int Loops(MethodModel method, IReadOnlyList<RegionPlan> regions) =>
        regions.All(region => region.Parts.IsEmpty && method.Nests.Any(nest => nest.Range == region.Root.Range)) ? regions.Count : 0;

    private static ParameterModel Optional(string type, string name, string value) => new(name, "", type, ElementType.Other, value, false, false);
}
