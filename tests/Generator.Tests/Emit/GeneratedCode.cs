using System.Reflection;
using AutoPar.Generator.Emit;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;
using AutoPar.Generator.Tests.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace AutoPar.Generator.Tests.Emit;

/// <summary>A source with what is generated for it, compiled and loaded.</summary>
internal sealed class GeneratedCode
{
    private readonly Type _type;

    private GeneratedCode(Type type, string text)
    {
        _type = type;
        Text = text;
    }

    /// <summary>The generated file.</summary>
    public string Text { get; }

    /// <summary>Methods in a class, planned with trust. Every warning in generated code is a failure.</summary>
    public static GeneratedCode Of(string members, Func<MethodModel, MethodPlan>? plan = null, bool isChecked = false)
    {
        string source = TestCompilation.InClass(members);
        List<string> files = [.. TestCompilation.LowerAll(source, isChecked, allowErrors: true).Select(model => MethodFile.Write((plan ?? (method => TrustingPlanner.Plan(method)))(model), []))];
        CSharpCompilation compilation = TestCompilation.Create(source, isChecked)
            .AddSyntaxTrees(files.Select((file, number) => CSharpSyntaxTree.ParseText(file, new CSharpParseOptions(LanguageVersion.Latest), path: $"Generated{number}.cs")));
        string text = string.Join("\n", files);
        using var stream = new MemoryStream();
        EmitResult result = compilation.Emit(stream);
        IEnumerable<Diagnostic> problems = result.Diagnostics.Concat(compilation.GetDiagnostics()).Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning);
        Assert.True(!problems.Any(), string.Join("\n", problems.Distinct()) + "\n" + text);
        return new GeneratedCode(Assembly.Load(stream.ToArray()).GetType("Tests.Kernels")!, text);
    }

    public bool Guard(string region, params object?[] arguments)
    {
        MethodInfo guard = _type.GetMethod(region + "Guard", BindingFlags.Static | BindingFlags.NonPublic)!;
        object?[] all = [.. arguments, 0L];
        bool holds = (bool)guard.Invoke(null, all)!;
        Trips = (long)all[^1]!;
        return holds;
    }

    /// <summary>The trip count that the last guard gave.</summary>
    public long Trips { get; private set; }

    public object? Call(string method, params object?[] arguments)
    {
        MethodInfo found = _type.GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        return found.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null);
    }
}
