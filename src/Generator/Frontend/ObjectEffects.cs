namespace AutoPar.Generator.Frontend;

/// <summary>What a method does to the object that it is called on, and what else it does.</summary>
/// <param name="Uses">Fields and auto-properties of that object.</param>
internal sealed record ObjectEffects(IReadOnlyList<FieldUse> Uses, CallEffects Others);

/// <summary>A method reads, or writes, a field of its own object.</summary>
internal sealed record FieldUse(Members.Member Field, bool IsWrite);
