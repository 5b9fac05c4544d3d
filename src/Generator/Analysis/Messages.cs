using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <summary>Dependences in words.</summary>
internal static class Messages
{
    /// <summary>
    /// "iteration i writes a[i + 1], iteration i + 1 reads it as a[i] (such as i = 0 and i = 1)": the accesses as written, in the
    /// order in which they run.
    /// </summary>
    public static string Describe(Conflict conflict)
    {
        Loop root = conflict.Problem.Common[0].Loop;
        Dependence dependence = Carried(conflict);
        string index = root.Index.Name;
        string verb = dependence.Kind == DependenceKind.Anti ? "reads" : "writes";
        string second = dependence.Kind == DependenceKind.Flow ? "reads" : "writes";
        string later = dependence.Distance.Count > 0 && dependence.Distance[0] is { } distance
            ? $"iteration {index} {(root.ConstantStep * distance < 0 ? "-" : "+")} {Math.Abs(distance * (root.ConstantStep ?? 1))}"
            : "a later iteration";
        string meeting = conflict.First.Object.Id == conflict.Second.Object.Id ? "" : $", when {conflict.First.Object.DisplayName} and {conflict.Second.Object.DisplayName} share memory";
        string may = dependence.IsAssumed && meeting.Length == 0 ? "may touch the same element as" : "";
        string? witness = WitnessText.Of(conflict, dependence.Source.Id == conflict.First.Access.Id);
        return may.Length == 0
            ? $"iteration {index} {verb} {dependence.Source.Text}, {later} {second} it as {dependence.Sink.Text}{meeting}{(witness is null ? "" : $" (such as {witness})")}"
            : $"iteration {index} {verb} {dependence.Source.Text}, which {may} {dependence.Sink.Text} in {later}";
    }

    public static Dependence Carried(Conflict conflict) => conflict.Dependences()
        .Where(dependence => dependence.Carrier == conflict.Problem.Common[0].Loop.Id)
        .OrderBy(dependence => dependence.Kind)
        .First();

    public static Refusal Race(Conflict conflict)
    {
        Dependence dependence = Carried(conflict);
        return new Refusal(
            RuleIds.RaceOnElement, dependence.Source.Location,
            EquatableArray.Of(dependence.Source.Object.DisplayName, dependence.Source.Text, dependence.Sink.Text, Describe(conflict)),
            dependence.Sink.Location);
    }

    /// <summary>The race is where the called method stores.</summary>
    public static Refusal RaceInCallee(Conflict conflict, AccessSite write) => new(
        RuleIds.RaceInCallee, write.Access.Location, EquatableArray.Of(write.Access.Callee!, $"writes {write.Access.Text}: {Describe(conflict)}"),
        (ReferenceEquals(write, conflict.First) ? conflict.Second : conflict.First).Access.Location);

    public static Refusal Dependent(Conflict conflict, string remedy, bool isLanes)
    {
        Dependence dependence = Carried(conflict);
        return new Refusal(
            isLanes ? RuleIds.LanesCarriedDependence : RuleIds.CarriedDependence, dependence.Source.Location,
            EquatableArray.Of(Describe(conflict), remedy), dependence.Sink.Location);
    }

    public static Refusal Needs(Conflict conflict, string transformation, bool isLanes)
    {
        Dependence dependence = Carried(conflict);
        return new Refusal(
            isLanes ? RuleIds.LanesNeedsTransformation : RuleIds.NeedsTransformation, dependence.Source.Location,
            EquatableArray.Of(transformation, Describe(conflict)), dependence.Sink.Location);
    }
}
