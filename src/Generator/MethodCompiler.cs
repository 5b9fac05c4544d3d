using AutoPar.Generator.Diagnostics;
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
/// written, and a finding AP9999. The generator and the analyzer both come here.
/// </summary>
internal static class MethodCompiler
{
    /// <summary>Frontend to plan in one go, for whoever has no pipeline to cache the model.</summary>
    public static MethodPlan Compile(IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model, CancellationToken cancellation) =>
        Plan(Lower(method, syntax, model, cancellation));

    public static LoweredMethod Lower(IMethodSymbol method, MethodDeclarationSyntax syntax, SemanticModel model, CancellationToken cancellation)
    {
        try
        {
            return new LoweredMethod(MethodFrontend.Lower(method, syntax, model, cancellation), null);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            MethodModel bare = MethodFrontend.LowerSignature(method, syntax, cancellation);
            return new LoweredMethod(bare, InternalError("Frontend", bare, exception));
        }
    }

    public static MethodPlan Plan(LoweredMethod lowered)
    {
        if (lowered.Failure is { } failure)
        {
            return AsWritten(lowered.Model, failure);
        }

        try
        {
            return MethodPlanner.Plan(lowered.Model);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return AsWritten(lowered.Model, InternalError("Planning", lowered.Model, exception));
        }
    }

    /// <summary>The method's file; a method that cannot be written gets siblings that call it as written.</summary>
    public static string Write(MethodPlan plan, EquatableArray<MethodPlan> overloads)
    {
        try
        {
            return MethodFile.Write(plan, overloads);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return MethodFile.Write(AsWritten(plan.Method, InternalError("Emit", plan.Method, exception)), EquatableArray<MethodPlan>.Empty);
        }
    }

    /// <summary>The plans of a scalar method's overloads over spans; an overload that fails runs as written.</summary>
    public static EquatableArray<MethodPlan> PlanOverloads(MethodPlan plan)
    {
        if (!plan.Method.CanEmitSiblings || plan.Method.Scalar is null)
        {
            return EquatableArray<MethodPlan>.Empty;
        }

        try
        {
            return UniversalFunction.Overloads(plan.Method).Select(overload => Plan(new LoweredMethod(overload, null))).ToEquatableArray();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return EquatableArray<MethodPlan>.Empty;
        }
    }

    /// <summary>No loop is taken over; every form calls the method itself.</summary>
    public static MethodPlan AsWritten(MethodModel model, Refusal because) => new(
        model, EquatableArray<RegionPlan>.Empty, EquatableArray<RegionPlan>.Empty, EquatableArray.Of(because));

    public static Refusal InternalError(string stage, MethodModel model, Exception exception) => new(
        RuleIds.InternalError, model.Location, EquatableArray.Of(stage, $"{exception.GetType().Name}: {exception.Message} {Origin(exception)}"));

    private static string Origin(Exception exception)
    {
        string trace = exception.StackTrace ?? "";
        int end = trace.IndexOf('\n');
        return (end < 0 ? trace : trace.Substring(0, end)).Trim();
    }
}

/// <param name="Failure">AP9999, when lowering failed; <paramref name="Model"/> then has the signature alone.</param>
internal sealed record LoweredMethod(MethodModel Model, Refusal? Failure);
