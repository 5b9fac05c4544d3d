namespace AutoPar.Generator.Ir;

/// <summary>A method or operator of the user's that is declared to be associative.</summary>
/// <param name="Name">The method as C#, fully qualified; of an operator, its symbol.</param>
/// <param name="Identity">The value, as C#, that leaves others as they are.</param>
internal sealed record AssociativeMethod(string Name, bool IsOperator, string Identity)
{
    /// <summary>C# for the combination of two values, the left one that of the earlier iterations.</summary>
    public string Combine(string left, string right) => IsOperator ? $"{left} {Name} {right}" : $"{Name}({left}, {right})";
}

/// <summary>A statement that does nothing but to combine a scalar with a value.</summary>
internal sealed record AssociativeUpdate(Variable Variable, AssociativeMethod Method);
