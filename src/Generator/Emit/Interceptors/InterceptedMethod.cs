using AutoPar.Generator.Helpers;
using AutoPar.Generator.Interception;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Interceptors;

/// <summary>A method with the calls that are redirected to one of its siblings.</summary>
/// <param name="Sibling">The name of the form that runs instead.</param>
internal sealed record InterceptedMethod(
    string HintName,
    string Namespace,
    EquatableArray<TypeHeader> Types,
    MethodSignature Signature,
    string Sibling,
    InterceptionTarget Target,
    EquatableArray<CallSite> Sites)
{
    /// <summary>Null when nothing is to be redirected: no calls, or no form that differs from the method as written.</summary>
    public static InterceptedMethod? Create(MethodPlan plan, InterceptionTarget? target, EquatableArray<CallSite> all)
    {
        MethodModel method = plan.Method;
        if (target is null || BestForm(plan) is not { } form)
        {
            return null;
        }

        EquatableArray<CallSite> sites = all.Where(site => site.Key == target.Key).ToEquatableArray();
        return sites.IsEmpty ? null : new InterceptedMethod(
            method.HintName, method.Namespace, method.Types, method.Signature, method.Signature.Name + form, target, sites);
    }

    private static string? BestForm(MethodPlan plan) => BestForm([plan, .. plan.Specializations.Select(copy => copy.Plan)]);

    private static string? BestForm(MethodPlan[] plans) =>
        plans.Any(plan => !plan.ParallelRegions.IsEmpty) ? "Parallel" : plans.Any(plan => !plan.VectorizedRegions.IsEmpty) ? "Vectorized" : null;
}
