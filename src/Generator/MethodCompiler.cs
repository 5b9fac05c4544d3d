using AutoPar.Generator.Emit;
using AutoPar.Generator.Frontend;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;
using AutoPar.Generator.Transforms;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.Generator;

/// <summary>
/// Runs the stages so that a fault of ours never reaches the compiler: the method then has siblings that call it as
/// written, and a finding AP9999 in place of all others. The generator and the analyzer both come here, and run all stages:
/// a fault of the last one must not be told as a success.
/// </summary>
internal sealed class MethodCompiler(Func<MethodModel, MethodPlan> plan, Func<MethodPlan, IEnumerable<MethodPlan>, string> write)
{
    public static MethodCompiler Default { get; } = new(MethodPlanner.Plan, MethodFile.Write);

    /// <summary>All stages in one go, for whoever has no pipeline to cache the model.</summary>
    public CompiledMethod Compile(IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model, CancellationToken cancellation) =>
        Compile(Lower(method, syntax, model, cancellation));

    public static LoweredMethod Lower(IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model, CancellationToken cancellation)
    {
        try
        {
            using (Work.Begin())
            {
                return new LoweredMethod(MethodFrontend.Lower(method, syntax, model, cancellation), null);
            }
        }
        catch (WorkSpentException)
        {
            MethodModel bare = MethodFrontend.LowerSignature(method, syntax, cancellation);
            return new LoweredMethod(bare with { Refusals = bare.Refusals.Concat(Refusals.OverBudget(bare, bare.Location)).ToEquatableArray() }, null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            MethodModel bare = MethodFrontend.LowerSignature(method, syntax, cancellation);
            return new LoweredMethod(bare, Fault.In("Frontend", bare, exception));
        }
    }

    public CompiledMethod Compile(LoweredMethod lowered)
    {
        MethodPlan planned = Plan(lowered);
        if (!planned.Method.CanEmitSiblings)
        {
            return new CompiledMethod(planned, null);
        }

        EquatableArray<MethodPlan> overloads = Overloads(ref planned);
        try
        {
            using (Work.Begin())
            {
                return new CompiledMethod(planned, write(planned, overloads));
            }
        }
        catch (WorkSpentException)
        {
            MethodPlan asWritten = TooLarge(planned.Method);
            return new CompiledMethod(asWritten, Attempt(asWritten, overloads.Select(overload => TooLarge(overload.Method))));
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            Refusal fault = Fault.In("Emit", planned.Method, exception);
            MethodPlan asWritten = AsWritten(planned.Method, fault);
            return new CompiledMethod(
                asWritten,
                Attempt(asWritten, overloads.Select(overload => AsWritten(overload.Method, fault))) ?? Attempt(asWritten, []));
        }
    }

    private MethodPlan Plan(LoweredMethod lowered)
    {
        if (lowered.Failure is { } failure)
        {
            return AsWritten(lowered.Model, failure);
        }

        try
        {
            return plan(lowered.Model);
        }
        catch (WorkSpentException)
        {
            return TooLarge(lowered.Model);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return AsWritten(lowered.Model, Fault.In("Planning", lowered.Model, exception));
        }
    }

    /// <summary>The plans of a scalar method's overloads over spans. One that fails runs as written, and the method's findings say so.</summary>
    private EquatableArray<MethodPlan> Overloads(ref MethodPlan planned)
    {
        MethodModel method = planned.Method;
        try
        {
            EquatableArray<MethodPlan> overloads = UniversalFunction.Overloads(method).Select(overload => Plan(new LoweredMethod(overload, null))).ToEquatableArray();
            planned = planned with
            {
                Findings = planned.Findings.Concat(overloads.SelectMany(overload => overload.Findings).Where(Fault.Is)).Distinct().ToEquatableArray(),
            };
            return overloads;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            planned = AsWritten(method, Fault.In("Transforms", method, exception));
            return EquatableArray<MethodPlan>.Empty;
        }
    }

    private string? Attempt(MethodPlan method, IEnumerable<MethodPlan> overloads)
    {
        try
        {
            return write(method, overloads);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>No loop is taken over; every form calls the method itself.</summary>
    private static MethodPlan AsWritten(MethodModel model, params IEnumerable<Refusal> because) => new(
        model, EquatableArray<RegionPlan>.Empty, EquatableArray<RegionPlan>.Empty, because.ToEquatableArray());

    private static MethodPlan TooLarge(MethodModel model) => AsWritten(model, Refusals.OverBudget(model, model.Location));
}

/// <param name="Failure">AP9999, when lowering failed; <paramref name="Model"/> then has the signature alone.</param>
internal sealed record LoweredMethod(MethodModel Model, Refusal? Failure);

/// <param name="Source">The file with the method's siblings; null when there can't be one.</param>
internal sealed record CompiledMethod(MethodPlan Plan, string? Source);
