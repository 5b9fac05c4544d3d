using System.Collections.Immutable;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Emit.Interceptors;
using AutoPar.Generator.Frontend;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Interception;
using AutoPar.Generator.Planning;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.Generator;

/// <summary>Generates, for each annotated method, its siblings and the interceptors that redirect calls to them.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class AutoParGenerator : IIncrementalGenerator
{
    /// <summary>Names of the pipeline's steps, by which a test tells what was run again.</summary>
    internal static class Steps
    {
        public const string Lower = "AutoPar.Lower";
        public const string Plan = "AutoPar.Plan";
        public const string CallSites = "AutoPar.CallSites";
        public const string Interceptors = "AutoPar.Interceptors";

        public static ImmutableArray<string> All { get; } = [Lower, Plan, CallSites, Interceptors];
    }

    private readonly MethodCompiler _compiler;
    private readonly Func<InterceptedMethod, string> _intercept;

    /// <summary>The generator with its own stages.</summary>
    public AutoParGenerator()
        : this(MethodCompiler.Default, InterceptorFile.Write)
    {
    }

    internal AutoParGenerator(MethodCompiler compiler, Func<InterceptedMethod, string> intercept)
    {
        _compiler = compiler;
        _intercept = intercept;
    }

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<ImmutableArray<AnnotatedMethod>> parallelized = Annotated(context, AttributeReader.Parallelize, null);
        IncrementalValueProvider<ImmutableArray<AnnotatedMethod>> vectorized = Annotated(context, AttributeReader.Vectorize, AttributeReader.Parallelize);
        IncrementalValuesProvider<AnnotatedMethod> methods = parallelized.Combine(vectorized)
            .SelectMany(static (both, _) => both.Left.AddRange(both.Right))
            .WithTrackingName(Steps.Lower);
        IncrementalValuesProvider<PlannedMethod> planned = methods
            .Select((method, _) => new PlannedMethod(_compiler.Compile(method.Lowered), method.Target))
            .WithTrackingName(Steps.Plan);
        context.RegisterSourceOutput(planned, static (output, method) =>
        {
            if (method.Compiled.Source is { } source)
            {
                output.AddSource($"{method.Plan.Method.HintName}.g.cs", source);
            }
        });
        RegisterInterceptors(context, planned);
    }

    private static IncrementalValueProvider<ImmutableArray<AnnotatedMethod>> Annotated(
        IncrementalGeneratorInitializationContext context, string attribute, string? butNot) =>
        context.SyntaxProvider.ForAttributeWithMetadataName(
            attribute,
            static (node, _) => node is MethodDeclarationSyntax,
            (found, cancellation) => found.TargetSymbol is IMethodSymbol method && (butNot is null || AttributeReader.Find(method, butNot) is null)
                ? new AnnotatedMethod(
                    MethodCompiler.Lower(method, (MethodDeclarationSyntax)found.TargetNode, found.SemanticModel, cancellation),
                    InterceptionTargetReader.Read(method))
                : null)
            .Where(static method => method is not null)
            .Select(static (method, _) => method!)
            .Collect();

    // Only a build needs interceptors; an editor that completes names needs the siblings alone.
    private void RegisterInterceptors(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<PlannedMethod> planned)
    {
        IncrementalValueProvider<bool> enabled = context.AnalyzerConfigOptionsProvider
            .Combine(context.ParseOptionsProvider)
            .Select(static (pair, _) => InterceptionSettings.IsOn(pair.Left)
                && pair.Right is CSharpParseOptions options && InterceptionSettings.AllowsInterceptors(options));
        IncrementalValueProvider<EquatableArray<InterceptionTarget>> targets = planned
            .Select(static (method, _) => method.Plan.Method.CanEmitSiblings ? method.Target : null)
            .Where(static target => target is not null)
            .Select(static (target, _) => target!)
            .Collect()
            .Combine(enabled)
            .Select(static (pair, _) => pair.Right ? new EquatableArray<InterceptionTarget>(pair.Left) : EquatableArray<InterceptionTarget>.Empty);
        IncrementalValueProvider<EquatableArray<CallSite>> sites = context.CompilationProvider.Combine(targets)
            .Select(static (pair, cancellation) => CallSiteFinder.Find(pair.Left, pair.Right, cancellation))
            .WithTrackingName(Steps.CallSites);
        IncrementalValuesProvider<InterceptedMethod> intercepted = planned.Combine(sites)
            .Select(static (pair, _) => InterceptedMethod.Create(pair.Left.Plan, pair.Left.Target, pair.Right))
            .Where(static method => method is not null)
            .Select(static (method, _) => method!)
            .WithTrackingName(Steps.Interceptors);
        context.RegisterImplementationSourceOutput(
            sites.SelectMany(static (all, _) => all.Where(static site => site.Fault is not null)),
            static (output, site) => output.ReportDiagnostic(DiagnosticFactory.Create(site.Fault!)));
        context.RegisterImplementationSourceOutput(intercepted, (output, method) =>
        {
            try
            {
                output.AddSource($"{method.HintName}.Interceptors.g.cs", _intercept(method));
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The calls run the method as written.
                output.ReportDiagnostic(DiagnosticFactory.Create(Fault.In("Interceptors", method.Signature.Name, exception)));
            }
        });
    }

    private sealed record AnnotatedMethod(LoweredMethod Lowered, InterceptionTarget? Target);

    private sealed record PlannedMethod(CompiledMethod Compiled, InterceptionTarget? Target)
    {
        public MethodPlan Plan => Compiled.Plan;
    }
}
