using AutoPar;

namespace Kernels;

/// <summary>Its fields are hidden by others of the same names.</summary>
public class G73Base
{
    protected int Scale = 2;

    public int Offset = 7;

    protected int[] Weights = [1, 2, 3, 4];

    protected int Scaled(int v)
    {
        int r = v * Scale;
        return r + 1;
    }

    protected int Moved(int v)
    {
        int r = v + Offset;
        return r * 2;
    }
}

/// <summary>G73: hidden members of the base class.</summary>
public sealed partial class G73Hiding : G73Base
{
    private new int Scale = 5;

    private new int[] Weights = [9, 8, 7, 6];

    private new int Offset => Scale;

    [Parallelize, Vectorize]
    public void G73_HiddenField(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Scaled(a[i]) + Scale;
        }
    }

    [Parallelize, Vectorize]
    public void G73_HiddenFieldByBase(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = a[i] * base.Scale + Scale;
        }
    }

    [Parallelize, Vectorize]
    public void G73_HiddenByProperty(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Moved(a[i]) + Offset;
        }
    }

    [Parallelize, Vectorize]
    public void G73_HiddenArray(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] += base.Weights[i & 3] - Weights[i & 3];
        }
    }

    [Parallelize, Vectorize]
    public int G73_HiddenSum(int[] a, int n)
    {
        Scale = 0;
        base.Scale = 1;
        for (int i = 0; i < n; i++)
        {
            base.Scale += a[i];
            Scale += 1;
        }

        return base.Scale - Scale;
    }
}

/// <summary>Hides what hides.</summary>
public class G73Middle : G73Base
{
    protected new int Scale = 11;
}

/// <summary>G73: no expression here names the first of three.</summary>
public sealed partial class G73Twice : G73Middle
{
    private new int Scale = 13;

    [Parallelize, Vectorize]
    public void G73_HiddenTwice(int[] a, int n)
    {
        for (int i = 0; i < n; i++)
        {
            a[i] = Scaled(a[i]) + base.Scale + Scale;
        }
    }
}
