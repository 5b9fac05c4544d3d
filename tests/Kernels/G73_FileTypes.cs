namespace Kernels;

internal static class G73Files
{
    public static int Scaled(int v)
    {
        int r = v * G73Factors.Factor;
        return r + 1;
    }

    public static int Kind(int v)
    {
        G73Kind kind = (v & 1) == 0 ? G73Kind.Even : G73Kind.Odd;
        return (int)kind;
    }
}

file static class G73Factors
{
    public static int Factor = 3;
}

file enum G73Kind
{
    Even = 5,
    Odd = 9,
}
