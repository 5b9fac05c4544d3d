namespace AutoPar.Generator.Analysis.Affine;

/// <summary>Whether a system of equalities and inequalities has an integer solution.</summary>
internal enum Feasibility
{
    Infeasible,
    Feasible,

    /// <summary>Not found out within the budget.</summary>
    Unknown,
}
