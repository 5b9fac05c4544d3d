using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>Where the lanes' elements lie: the place of each lane, counted from a first element.</summary>
internal interface ILanePlaces
{
    /// <summary>The place of a lane's element.</summary>
    nint this[int lane] { get; }
}

/// <summary>At one distance from one another.</summary>
internal readonly struct StridedPlaces(nint first, nint stride) : ILanePlaces
{
    public nint this[int lane]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => first + (lane * stride);
    }
}

/// <summary>Anywhere: a vector of 32-bit subscripts.</summary>
/// <typeparam name="TVector">A vector of <see cref="int"/>.</typeparam>
internal struct IndexedPlaces<TVector>(TVector subscripts) : ILanePlaces
    where TVector : struct
{
    private TVector _subscripts = subscripts;

    public nint this[int lane]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Unsafe.Add(ref Unsafe.As<TVector, int>(ref _subscripts), lane);
    }
}
