namespace AutoPar.Runtime;

/// <summary>
/// Functions of the real numbers on vectors: one lane, 8 doubles, 16 floats, or 8 floats (which go beside 8 doubles). A lane's result depends on
/// that lane's argument alone: it has the same bits in each of the forms, on every machine. Functions of floats are computed in double.
/// </summary>
/// <remarks>Arguments outside a function's core range, where a lane needs more care, go lane by lane through <see cref="Math"/> or
/// <see cref="MathF"/>, in every form.</remarks>
public static partial class VectorMath;
