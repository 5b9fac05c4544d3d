using System.Runtime.InteropServices;
using AutoPar.Bench;

namespace AutoPar.LoopSuite;

/// <summary>The data that all loops work on, by the names of their parameters, and its state before any loop has run.</summary>
internal sealed class LoopData
{
    /// <summary>Elements of an array.</summary>
    public const int Length = 32_000;

    /// <summary>Rows and columns of a matrix.</summary>
    public const int Side = 256;

    private readonly Dictionary<string, object> _values = [];
    private readonly Dictionary<string, Array> _fresh = [];

    /// <param name="n">The trip count of the loops over arrays.</param>
    /// <param name="m">The trip count of the loops over matrices.</param>
    public LoopData(int n = Length, int m = Side)
    {
        string[] vectors = ["a", "b", "c", "d", "e"];
        foreach (string name in vectors)
        {
            Add(name, Vector<float>(Length + 64, at => Unit(name[0], at)));
        }

        float[] a = (float[])this["a"];
        a[Length * 9 / 10] = 2;
        Add("near", Vector<float>(Length, at => 1 + ((Unit(6, at) - 0.5f) * 0.0001f)));
        Add("ended", Vector<float>(Length, at => at == Length * 9 / 10 ? -1 : Unit(7, at)));
        Add("flat", Vector<float>(Side * (Side + 1), at => Unit(8, at)));
        Add("table", Vector<float>(16, at => Unit(9, at)));
        Add("wide", Vector<double>(Length, at => Unit(10, at)));
        Add("pixels", Vector<byte>(Length, at => (byte)Below(11, at, 256)));
        Add("others", Vector<byte>(Length, at => (byte)Below(12, at, 256)));
        Add("kind", Vector<int>(Length, at => Below(13, at, 16)));
        Add("any", Vector<int>(Length, at => Below(14, at, Length)));
        Add("counts", Vector<int>(Length, _ => 0));
        Add("found", Vector<int>(Length, _ => 0));
        Add("start", Vector<int>(Length / 8, at => at * 8));
        Add("place", Permutation(Length, 15));
        Add("row", Permutation(Side, 16));
        Add("aa", Matrix(17));
        Add("bb", Matrix(18));
        Add("cc", Matrix(19));
        (string Name, object Value)[] scalars =
        [
            ("n", n), ("m", m), ("small", Math.Min(m, 128)), ("rows", Math.Min(n, (Length / 8) - 1)), ("first", 1), ("step", 1), ("ahead", 1),
            ("offset", 1), ("middle", n / 2), ("s", 0.25f), ("t", 0.5f), ("limit", 1.5f),
        ];
        foreach ((string name, object value) in scalars)
        {
            _values.Add(name, value);
        }
    }

    public object this[string parameter] => _values[parameter];

    /// <summary>Puts back what the loop's method may have written.</summary>
    public void Reset(LoopCase loop)
    {
        foreach (string name in Arrays(loop))
        {
            Array fresh = _fresh[name];
            Buffer.BlockCopy(fresh, 0, (Array)_values[name], 0, Buffer.ByteLength(fresh));
        }
    }

    /// <summary>Copies of the arrays that the loop's method gets.</summary>
    public Array[] Copy(LoopCase loop) => [.. Arrays(loop).Select(name => (Array)((Array)_values[name]).Clone())];

    /// <summary>Where the value is, for C; arrays don't move.</summary>
    public nint Address(string parameter)
    {
        object value = _values[parameter];
        return GCHandle.Alloc(value, GCHandleType.Pinned).AddrOfPinnedObject();
    }

    private static T[] Vector<T>(int length, Func<int, T> element)
        where T : unmanaged, System.Numerics.INumber<T>
    {
        T[] array = AlignedArray.Of<T>(length);
        for (int i = 0; i < length; i++)
        {
            array[i] = element(i);
        }

        return array;
    }

    private static float[,] Matrix(int stream)
    {
        var matrix = new float[Side, Side];
        for (int i = 0; i < matrix.Length; i++)
        {
            matrix[i / Side, i % Side] = Unit(stream, i);
        }

        return matrix;
    }

    private static int[] Permutation(int length, int stream)
    {
        int[] places = Vector<int>(length, at => at);
        for (int i = length - 1; i > 0; i--)
        {
            int other = Below(stream, i, i + 1);
            (places[i], places[other]) = (places[other], places[i]);
        }

        return places;
    }

    private static float Unit(int stream, int at) => (float)ParallelRandom.Double((ulong)stream, at);

    private static int Below(int stream, int at, int bound) => (int)(ParallelRandom.Double((ulong)stream, at) * bound);

    private static IEnumerable<string> Arrays(LoopCase loop) => loop.Parameters.Where(p => p.ParameterType.IsArray).Select(p => p.Name!);

    private void Add(string name, Array array)
    {
        _values.Add(name, array);
        _fresh.Add(name, (Array)array.Clone());
    }
}
