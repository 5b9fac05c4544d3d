using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Analysis.Dependences;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis.Guards;

/// <summary>Proves inequalities for every iteration of the loops around a place.</summary>
internal static class Facts
{
    private const string Here = "'i";

    /// <summary>Is the form at least 0 in every iteration in which those <paramref name="within"/> are?</summary>
    public static bool IsNeverNegative(AffineForm form, IEnumerable<LoopDomain> loops, IEnumerable<AffineForm>? within = null)
    {
        LinearSystem system = new();
        IterationSpace space = new(system, statesTypes: true);
        try
        {
            space.State(loops, Here);
            foreach (AffineForm known in within ?? [])
            {
                system.AddAtLeastZero(space.Sum(known, Here));
            }

            system.AddAtLeastZero(space.Sum(form.Scale(-1), Here).Plus(-1));
        }
        catch (OverflowException)
        {
            return false;
        }

        return system.IsInfeasible();
    }

    public static bool IsAtMost(AffineForm form, long most, IEnumerable<LoopDomain> loops) =>
        IsNeverNegative(AffineForm.Of(most).Subtract(form), loops);

    public static bool IsAtLeast(AffineForm form, long least, IEnumerable<LoopDomain> loops) =>
        IsNeverNegative(form.Subtract(AffineForm.Of(least)), loops);

    /// <summary>The form is one of the type's values in every iteration.</summary>
    public static bool Fits(AffineForm form, ElementType type, IReadOnlyCollection<LoopDomain> loops) => TypeRange.Of(type) is { } range
        && IsAtLeast(form, range.Least, loops) && IsAtMost(form, range.Most, loops);
}
