using AutoPar.Generator.Analysis;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Transforms;

namespace AutoPar.Generator.Planning;

/// <summary>
/// Decides what becomes of each outermost loop of a method: which regions its forms take over, and the one finding for
/// each attribute that the user is told.
/// </summary>
internal static partial class MethodPlanner
{
    public static MethodPlan Plan(MethodModel method)
    {
        // With an option that means nothing there is nothing to plan by: the build fails (AP0005).
        if (!method.CanEmitSiblings || method.Refusals.Any(refusal => refusal.RuleId == RuleIds.InvalidOption))
        {
            return PlanOf(method, []);
        }

        List<NestPlan> nests;
        List<SpecializationNests> copies;
        using (Work.Begin())
        {
            nests = Nests(method);
            copies = [.. method.Specializations.Select(copy => new SpecializationNests(copy, Nests(copy.Copy)))];
        }

        if (method.Scalar is not null && nests.Count > 0)
        {
            // A scalar method with loops: either they gain by themselves, or each lane runs through them on its own.
            MethodModel universal = method with { Nests = EquatableArray<LoopNest>.Empty };
            bool isUniversal = nests.All(nest => nest.IsEmpty) && UniversalFunction.Overloads(universal) is [var first, ..] && !Plan(first).VectorizedRegions.IsEmpty;
            method = isUniversal ? universal : method with { Scalar = null };
            nests = isUniversal ? [] : nests;
        }

        MethodPlan plan = PlanOf(method, SpecializationPlanner.Told(nests, copies)) with
        {
            Specializations = SpecializationPlanner.Chosen(nests, copies)
                .Select(copy => new SpecializationPlan(copy.Specialization, PlanOf(copy.Specialization.Copy, copy.Nests))).ToEquatableArray(),
        };

        // A scalar method has no loop of its own: what its loops over spans get is told at the method.
        return plan with
        {
            Findings = plan.Findings
                .Concat(UniversalFunction.Overloads(method) is [var spans, ..] ? Plan(spans).Findings : [])
                .Concat(UniversalFunction.Refusals(method)).ToEquatableArray(),
        };
    }

    private static List<NestPlan> Nests(MethodModel method) => [.. method.Nests.Select(nest => PlanOrRefuse(method, nest))];

    // What isn't decided within the budget counts as dependent.
    private static NestPlan PlanOrRefuse(MethodModel method, LoopNest nest)
    {
        try
        {
            return Plan(method, nest);
        }
        catch (WorkSpentException)
        {
            return new NestPlan(
                EquatableArray<RegionPlan>.Empty, EquatableArray<RegionPlan>.Empty, Refusals.OverBudget(method, nest.Location).ToEquatableArray());
        }
    }

    private static MethodPlan PlanOf(MethodModel method, IReadOnlyList<NestPlan> nests) => new(
        method,
        nests.SelectMany(nest => nest.Vectorized).ToEquatableArray(),
        nests.SelectMany(nest => nest.Parallel).ToEquatableArray(),
        nests.SelectMany(nest => nest.Findings).ToEquatableArray());

    /// <summary>Where it serves more attributes, methods with loops are called, not inlined.</summary>
    private static NestPlan Plan(MethodModel method, LoopNest nest)
    {
        NestPlan plan = PlanWithInner(method, nest);
        int wanted = (method.Parallelize is null ? 0 : 1) + (method.Vectorize is null ? 0 : 1);
        return plan.Served < wanted && nest.WithCalls is { } calls && PlanWithInner(method, calls) is var called && called.Served > plan.Served ? called : plan;
    }

    /// <summary>A loop of which no region can be made runs as written, with regions of the loops in it, if there are any.</summary>
    private static NestPlan PlanWithInner(MethodModel method, LoopNest nest)
    {
        NestPlan plan = PlanSubstituted(method, nest);
        NestPlan[] inside = [.. nest.Inside.Select(inner => Plan(method, inner))];
        EquatableArray<RegionPlan> parallel = inside.SelectMany(inner => inner.Parallel).ToEquatableArray();
        EquatableArray<RegionPlan> vectorized = inside.SelectMany(inner => inner.Vectorized).ToEquatableArray();
        IEnumerable<Refusal> threads = parallel.IsEmpty ? plan.Findings.Where(finding => !Refusals.IsOfLanes(finding)) : [FindingTexts.Parallelized(nest, parallel)];
        IEnumerable<Refusal> lanes = vectorized.IsEmpty ? plan.Findings.Where(Refusals.IsOfLanes) : [FindingTexts.Vectorized(nest, vectorized)];
        return inside.Length == 0 || !plan.IsEmpty ? plan : new NestPlan(vectorized, parallel, threads.Concat(lanes).ToEquatableArray());
    }

    /// <summary>
    /// What is substituted by values of the nest's own holds where a region takes over all of it: a region inside runs amid
    /// the text as written, which still carries the variable along, and so does the text that goes on where a region has stopped. The nest as it is may serve more attributes, too.
    /// </summary>
    private static NestPlan PlanSubstituted(MethodModel method, LoopNest nest)
    {
        LoopNest substituted = Substituted(method, nest);
        NestPlan plan = PlanDistributed(method, substituted);
        if (ReferenceEquals(substituted.Root, nest.Root))
        {
            return plan;
        }

        bool isWhole = !plan.IsEmpty && plan.Regions.All(region => region.Root.Id == substituted.Root!.Id && !region.Root.IsResumed);
        NestPlan plain = PlanDistributed(method, nest);
        isWhole &= !plan.Parallel.IsEmpty || plan.Vectorized.All(region => region.Cost.VectorNanoseconds <= CostModel.Sequential(nest.Root!));
        return isWhole ? (plain.Served > plan.Served ? plain : plan)
            : plan.IsEmpty && plain.IsEmpty ? plan
            : plain;
    }

    /// <summary>What lanes can't take as a whole they may take in parts.</summary>
    private static NestPlan PlanDistributed(MethodModel method, LoopNest nest)
    {
        NestPlan plan = PlanInterchanged(method, nest);
        if (method.Vectorize is null || !plan.Vectorized.IsEmpty || plan.Parallel.Any(HasOwnBits))
        {
            return plan;
        }

        MethodModel lanes = Alone(method, method.Vectorize);
        return NestDistribution.Of(lanes, nest, part => PlanInterchanged(lanes, part)) is not { } whole ? plan : plan with
        {
            Vectorized = EquatableArray.Of(whole),
            Findings = plan.Findings.Where(finding => !Refusals.IsOfLanes(finding)).Append(FindingTexts.Vectorized(nest, whole)).ToEquatableArray(),
        };
    }

    /// <summary>
    /// Loops change places where that lets the innermost one run along rows: for lanes; for threads, too, unless the loop that is then outermost
    /// can't run on them.
    /// </summary>
    private static NestPlan PlanInterchanged(MethodModel method, LoopNest nest)
    {
        NestPlan plan = PlanChosen(method, nest);
        LoopNest interchanged = LoopInterchange.Apply(nest);
        if (ReferenceEquals(interchanged, nest))
        {
            return plan;
        }

        // Forms share regions: what threads can't take must not keep lanes from it.
        NestPlan threads = PlanChosen(method, interchanged);
        NestPlan lanes = threads;
        if (threads.Parallel.IsEmpty || threads.Parallel.Any(region => region.Root.IsMoved))
        {
            threads = plan;
            lanes = method.Vectorize is null ? plan : PlanChosen(Alone(method, method.Vectorize), interchanged);
        }

        lanes = lanes.Vectorized.IsEmpty || lanes.Vectorized.Any(region => region.Root.IsMoved) ? plan : lanes;
        NestPlan mixed = new(lanes.Vectorized, threads.Parallel, Told(threads, lanes));

        return !threads.Parallel.IsEmpty && !ReferenceEquals(threads, lanes) && mixed.Regions.Any(HasOwnBits) ? plan : mixed;
    }

    /// <summary>All forms must be this one, since they compute the same: by functions of lanes, or with a sum in the order of lanes.</summary>
    private static bool HasOwnBits(RegionPlan region) =>
        VectorFunctions.AreUsed(region.Root) || (region.Vector?.Roles ?? region.Roles).Concat(region.Roles).Any(ReductionOperators.Reassociates);

    private static MethodModel Alone(MethodModel method, VectorizeOptions lanes) =>
        method with { Parallelize = null, Vectorize = lanes with { FloatMode = NestPlanner.EffectiveMode(method) } };

    /// <summary>A choice of elements instead of one whose place is a choice, unless that spoils what other passes do.</summary>
    private static NestPlan PlanChosen(MethodModel method, LoopNest nest)
    {
        LoopNest chosen = SubscriptChoices.Apply(nest);
        NestPlan plan = PlanPromoted(method, chosen);
        return ReferenceEquals(chosen, nest) || PlanPromoted(method, nest) is not { } plain || plain.Served <= plan.Served ? plan : plain;
    }

    /// <summary>What threads can't take as it is may be distributed; lanes on one thread keep their form.</summary>
    private static NestPlan PlanPromoted(MethodModel method, LoopNest nest)
    {
        LoopNest promoted = Promoted(nest);
        NestPlan plan = PlanPacked(method, promoted);
        if (method.Parallelize is null || !plan.Parallel.IsEmpty)
        {
            return plan;
        }

        // All forms compute the same functions.
        bool areMarked = plan.Vectorized.Any(region => VectorFunctions.AreUsed(region.Root));
        return NestPlanner.Distributed(method, areMarked ? VectorFunctions.Apply(promoted) : promoted, plan, Name(method, promoted));
    }

    /// <summary>Threads pack without lanes, too, and by counters that lanes don't know.</summary>
    private static NestPlan PlanPacked(MethodModel method, LoopNest promoted)
    {
        NestPlan plan = PlanInOrder(method, promoted, PlanReordered(method, promoted));
        if (method.Parallelize is null || !plan.IsEmpty || !ReferenceEquals(EarlyExits.Apply(promoted), promoted))
        {
            return plan;
        }

        LoopNest packed = Packing.Apply(promoted, forLanes: false);
        return ReferenceEquals(packed, promoted) ? plan
            : NestPlanner.Plan(method, packed, Name(method, packed)) is var counted && counted.Vectorized.IsEmpty ? counted with { Findings = Told(counted, plan) }
            : counted;
    }

    /// <summary>What threads can't run in any order, one of them may do at a time, while others compute what it needs.</summary>
    private static NestPlan PlanInOrder(MethodModel method, LoopNest promoted, NestPlan plan)
    {
        // Threads that only have loops inside join at the end of each.
        bool isInside = method.Vectorize is null && plan.Parallel.Any() && plan.Parallel.All(region => region.Root.Id != promoted.Root?.Id);
        if (!(isInside || plan.Findings.FirstOrDefault()?.RuleId == RuleIds.NeedsTransformation)
            || OrderedUpdates.Apply(promoted, isPipeline: true, holdsLoops: method.Vectorize is null) is var updated && ReferenceEquals(updated, promoted))
        {
            return plan;
        }

        NestPlan inOrder = NestPlanner.Plan(method, updated, Name(method, updated));
        return inOrder.Parallel.Any(region => region.Pipeline is not null)
            ? !plan.Vectorized.IsEmpty ? plan : inOrder.Vectorized.IsEmpty ? inOrder with { Findings = Told(inOrder, plan) } : inOrder
            : !isInside && inOrder.Findings.Any(finding => finding.RuleId == RuleIds.NotProfitable) ? plan with { Findings = Told(inOrder, plan) }
            : plan;
    }

    /// <summary>
    /// Lanes on one thread test subscripts while they run; threads do before. A loop without effects is tried (<see cref="Speculation"/>),
    /// and a float sum that threads add up, too, keeps their order.
    /// </summary>
    private static NestPlan? PlanTested(MethodModel method, LoopNest nest, NestPlan plan, bool isLeft)
    {
        if (plan.Vectorized.Any(region => VectorFunctions.AreUsed(region.Root) || region.Speculation is not null)
            || (!plan.Parallel.IsEmpty && plan.Parallel.SelectMany(region => region.Outputs).Any(role => role.Variable.Type.IsFloat())))
        {
            return null;
        }

        LoopNest tested = RunningTests.Apply(nest);
        if (ReferenceEquals(tested, nest))
        {
            return null;
        }

        NestPlan lanes = PlanReplaced(method, tested, Name(method, tested) + (plan.Parallel.IsEmpty ? "" : "Tested"));
        return lanes.Vectorized.IsEmpty ? null : WithThreads(plan, lanes, isLeft);
    }

    /// <summary>Threads look ahead for where a loop is left early; what isn't left, or only in an inner loop, needs no search.</summary>
    private static NestPlan WithThreads(NestPlan plan, NestPlan search, bool isLeft) => isLeft && plan.Parallel.IsEmpty ? search
        : search with { Parallel = plan.Parallel, Findings = Told(plan, search) };

    /// <summary>Without lanes.</summary>
    private static NestPlan PlanSearched(MethodModel method, LoopNest promoted, NestPlan plan)
    {
        LoopNest stopping = plan.Parallel.IsEmpty ? EarlyExits.Apply(promoted) : promoted;
        return ReferenceEquals(stopping, promoted) ? plan : NestPlanner.Plan(method, RunningTests.Apply(stopping), Name(method, stopping));
    }

    // What is left to refuse is told, not what has been done.
    private static NestPlan Better(NestPlan plan, NestPlan other) => other.Served <= plan.Served ? plan with { Findings = Told(plan, other) }
        : plan.Parallel.IsEmpty && other.Parallel.IsEmpty ? other with { Findings = Told(plan, other) }
        : other;

    private static EquatableArray<Refusal> Told(NestPlan threads, NestPlan lanes) =>
        threads.Findings.Where(finding => !Refusals.IsOfLanes(finding)).Concat(lanes.Findings.Where(Refusals.IsOfLanes)).ToEquatableArray();

    private static string Name(MethodModel method, LoopNest nest) => $"{method.MemberPrefix}Loop{nest.Index}{nest.Variant}";

    // Vector math is for lanes; without them the framework's own functions stay.
    private static NestPlan PlanMath(MethodModel method, LoopNest promoted)
    {
        string name = Name(method, promoted);
        if (method.Vectorize is not null && NestPlanner.EffectiveMode(method) != FloatMode.Strict
            && VectorFunctions.Apply(promoted) is var marked && !ReferenceEquals(marked, promoted)
            && PlanReplaced(method, marked, name) is var plan && plan.Regions.Any(region => region.Vector is not null))
        {
            return plan;
        }

        return PlanReplaced(method, promoted, name);
    }

    /// <summary>Elements are kept in registers where that spares lanes a load, and only if the loop is one for lanes anyway.</summary>
    private static NestPlan PlanReplaced(MethodModel method, LoopNest nest, string name)
    {
        NestPlan plan = NestPlanner.Plan(method, nest, name);
        return !plan.Vectorized.IsEmpty && ScalarReplacement.Apply(nest) is var replaced && !ReferenceEquals(replaced, nest)
            && NestPlanner.Plan(method, replaced, name) is var other && !other.Vectorized.IsEmpty && other.Served >= plan.Served
                ? other
                : plan;
    }

    // The passes make what the analysis knows of what it doesn't; each sees what those before it left.
    private static LoopNest Substituted(MethodModel method, LoopNest nest) => SecondOrderInduction.Apply(FloatCounters.Apply(AlternatingSign.Apply(
        WrapAround.Apply(InnerInductions.Apply(ArrayPrivatization.Apply(nest)), reloads: method.Parallelize is not null)), NestPlanner.EffectiveMode(method)));

    private static LoopNest Promoted(LoopNest nest)
    {
        // An element that is the same all through the nest, then those that are the same in an inner loop.
        nest = ScalarPromotion.Apply(nest);
        nest = InnerScalarPromotion.Apply(nest);
        return CheckedSums.Apply(InductionMerging.Apply(CounterCopies.Apply(nest)));
    }
}
