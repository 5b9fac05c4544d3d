using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Analysis;

/// <summary>
/// All that a loop does with the object is to update elements by one operator (<c>r[x] op= value</c>), which is exact in any
/// order. Threads update copies that start at the identity, and the copies are combined into the object at the end.
/// </summary>
internal sealed record ArrayReduction(MemoryObject Object, ReductionOperator Operator);
