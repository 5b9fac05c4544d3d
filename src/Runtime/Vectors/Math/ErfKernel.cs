using System.Runtime.CompilerServices;

namespace AutoPar.Runtime;

/// <summary>The polynomials of the error function and its complement.</summary>
internal static class ErfKernel
{
    /// <summary>erf a / a - 1 in a², for a ≤ 1: minimax (Remez), error 2^-62.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Ratio<TLanes>(TLanes square)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes fourth = square * square;
        TLanes even = TLanes.MultiplyAdd(5.960415365014176e-11, fourth, 1.4660289800414611e-08);
        TLanes odd = TLanes.MultiplyAdd(-1.1374800605825065e-09, fourth, -1.6350390624991793e-07);
        even = TLanes.MultiplyAdd(even, fourth, 1.6461007968459027e-06);
        odd = TLanes.MultiplyAdd(odd, fourth, -1.492559574165119e-05);
        even = TLanes.MultiplyAdd(even, fourth, 0.00012055331131738689);
        odd = TLanes.MultiplyAdd(odd, fourth, -0.0008548326981393706);
        even = TLanes.MultiplyAdd(even, fourth, 0.005223977624827905);
        odd = TLanes.MultiplyAdd(odd, fourth, -0.026866170645077823);
        even = TLanes.MultiplyAdd(even, fourth, 0.11283791670954885);
        odd = TLanes.MultiplyAdd(odd, fourth, -0.3761263890318375);
        even = TLanes.MultiplyAdd(even, fourth, 0.1283791670955126);
        return TLanes.MultiplyAdd(odd, square, even);
    }

    /// <summary>To float's precision. Minimax (Remez), error 2^-34.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes RatioSingle<TLanes>(TLanes square)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes fourth = square * square;
        TLanes even = TLanes.MultiplyAdd(0.00011270412713621926, fourth, 0.0052210738559414814);
        TLanes odd = TLanes.MultiplyAdd(-9.679728072621044e-06, fourth, -0.0008484694876370443);
        odd = TLanes.MultiplyAdd(odd, fourth, -0.02686544550332781);
        even = TLanes.MultiplyAdd(even, fourth, 0.11283782742640663);
        odd = TLanes.MultiplyAdd(odd, fourth, -0.37612638483583605);
        even = TLanes.MultiplyAdd(even, fourth, 0.1283791670631436);
        return TLanes.MultiplyAdd(odd, square, even);
    }

    /// <summary>(1 + 2a) e^(a²) erfc a - 1 in q = (a - 4) / (a + 4), for 0 ≤ a ≤ 27.3: minimax (Remez), error 2^-61.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Complement<TLanes>(TLanes q)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes q2 = q * q;
        TLanes even = TLanes.MultiplyAdd(2.848018782915901e-10, q2, 1.7082147344460485e-09);
        TLanes odd = TLanes.MultiplyAdd(2.0898261056961593e-09, q2, -1.6546222804909244e-08);
        even = TLanes.MultiplyAdd(even, q2, -1.912071244750451e-08);
        odd = TLanes.MultiplyAdd(odd, q2, 1.1316767250480603e-07);
        even = TLanes.MultiplyAdd(even, q2, 7.701460945948552e-08);
        odd = TLanes.MultiplyAdd(odd, q2, -8.276513018282877e-07);
        even = TLanes.MultiplyAdd(even, q2, 2.916851203644044e-07);
        odd = TLanes.MultiplyAdd(odd, q2, 5.710707701573001e-06);
        even = TLanes.MultiplyAdd(even, q2, -1.1220932916201289e-05);
        odd = TLanes.MultiplyAdd(odd, q2, -2.4399483185799668e-05);
        even = TLanes.MultiplyAdd(even, q2, 0.00015062132486402263);
        odd = TLanes.MultiplyAdd(odd, q2, -0.0001992566480399252);
        even = TLanes.MultiplyAdd(even, q2, -0.0007577732179804262);
        odd = TLanes.MultiplyAdd(odd, q2, 0.005031969972970907);
        even = TLanes.MultiplyAdd(even, q2, -0.01619773406655953);
        odd = TLanes.MultiplyAdd(odd, q2, 0.037167515537813396);
        even = TLanes.MultiplyAdd(even, q2, -0.06633036581158559);
        odd = TLanes.MultiplyAdd(odd, q2, 0.09373283499833654);
        even = TLanes.MultiplyAdd(even, q2, -0.10103906603632774);
        odd = TLanes.MultiplyAdd(odd, q2, 0.06809705425469297);
        even = TLanes.MultiplyAdd(even, q2, 0.015379652102620081);
        odd = TLanes.MultiplyAdd(odd, q2, -0.13962111684056253);
        even = TLanes.MultiplyAdd(even, q2, 0.2329951186255525);
        return TLanes.MultiplyAdd(odd, q, even);
    }

    /// <summary>The derivative of <see cref="Complement"/>, roughly: for what q lacks. Minimax (Remez), error 2^-5.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Slope<TLanes>(TLanes q)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes high = TLanes.MultiplyAdd(1.3899764848077132, q, -0.7606309036488789);
        TLanes low = TLanes.MultiplyAdd(0.09473470829733605, q, -0.11237140220175126);
        return TLanes.MultiplyAdd(TLanes.MultiplyAdd(high, q, -0.23003688574652742), q * q, low);
    }

    /// <summary>To float's precision, for a ≤ 12. Minimax (Remez), error 2^-39.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes ComplementSingle<TLanes>(TLanes q)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes q2 = q * q;
        TLanes even = TLanes.MultiplyAdd(-1.670339892431757e-05, q2, 0.00015820723807919706);
        TLanes odd = TLanes.MultiplyAdd(-1.9896260246915608e-05, q2, -0.00019973894369701547);
        even = TLanes.MultiplyAdd(even, q2, -0.0007618020935424728);
        odd = TLanes.MultiplyAdd(odd, q2, 0.005031379382081155);
        even = TLanes.MultiplyAdd(even, q2, -0.016196665123637256);
        odd = TLanes.MultiplyAdd(odd, q2, 0.03716775193725225);
        even = TLanes.MultiplyAdd(even, q2, -0.06633051484421933);
        odd = TLanes.MultiplyAdd(odd, q2, 0.09373280110359268);
        even = TLanes.MultiplyAdd(even, q2, -0.10103905573807592);
        odd = TLanes.MultiplyAdd(odd, q2, 0.06809705613828725);
        even = TLanes.MultiplyAdd(even, q2, 0.015379651820420611);
        odd = TLanes.MultiplyAdd(odd, q2, -0.1396211168687139);
        even = TLanes.MultiplyAdd(even, q2, 0.23299511862689795);
        return TLanes.MultiplyAdd(odd, q, even);
    }
}
