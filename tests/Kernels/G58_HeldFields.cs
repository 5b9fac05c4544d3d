using AutoPar;

namespace Kernels;

/// <summary>G58: fields of the objects that an array holds, written where the objects differ.</summary>
public static partial class G58
{
    public struct Place
    {
        public double X;
        public double Y;
    }

    public class Particle
    {
        public double X;
        public double Speed;
        public int Steps;
        public Place At;

        public double Mass { get; set; } = 1;

        public double Doubled
        {
            get => 2 * X;
            set => X = value / 2;
        }

        public void Move(double t)
        {
            X += Speed * t;
            Bounce();
        }

        public void MoveAll(double t)
        {
            Move(t);
            At.X += t;
            Total = t;
        }

        public virtual void Jump(double t) => X += t;

        public void Follow(Particle other) => X = other.X;

        public double Energy() => Mass * Speed * Speed;

        private void Bounce()
        {
            Steps++;
            if (X > 1 || X < -1)
                Speed = -Speed;
        }
    }

    public sealed class Fast : Particle
    {
        public double Boost;
    }

    public static double Total;

    [Parallelize, Vectorize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Foreach(Particle[] all, double t)
    {
        foreach (Particle particle in all)
            particle.X += particle.Speed * Math.Sin(t * particle.X);
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_List(List<Particle> all, double t)
    {
        foreach (Particle particle in all)
        {
            particle.Speed *= t;
            particle.X += particle.Speed;
        }
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Local(Particle[] all, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            Particle particle = all[i];
            double far = particle.X * t;
            particle.X = far > 1 ? 1 : far;
            particle.Steps++;
        }
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Downwards(Particle[] all, double t, int n)
    {
        for (int i = n - 1; i >= 0; i -= 2)
            all[i].X = Math.Exp(all[i].X) * t;
    }

    /// <summary>What a span refers to is pinned for threads, which references can't be.</summary>
    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Span(Span<Particle> all, double t, int n)
    {
        for (int i = 0; i < n; i++)
            all[i].X *= t;
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Property(Particle[] all, double t)
    {
        foreach (Particle particle in all)
            particle.Mass += t;
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Computed(Particle[] all, double t)
    {
        foreach (Particle particle in all)
            particle.Doubled += t;
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Part(Particle[] all, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            all[i].At.X += t;
            all[i].At.Y = all[i].At.X * t;
        }
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Method(Particle[] all, double t)
    {
        foreach (Particle particle in all)
            particle.Move(t);
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    [Reassociated]
    public static double G58_SumBeside(Particle[] all, double t)
    {
        double s = 0;
        foreach (Particle particle in all)
        {
            particle.Move(t);
            s += particle.Energy();
        }

        return s;
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Derived(Fast[] all, double t)
    {
        foreach (Fast fast in all)
        {
            fast.Move(fast.Boost);
            ((Particle)fast).X += t;
        }
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Condition(Particle[] all, double[] a, int n)
    {
        for (int i = 0; i < n; i++)
            if (a[i] > 0 && all[i].X < a[i])
                all[i].X = a[i];
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Output(Particle[] all, double[] r, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            all[i].Move(t);
            r[i] = all[i].X;
        }
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_OtherField(Particle[] all, Particle[] others, double t, int n)
    {
        for (int i = 0; i < n; i++)
            all[i].X = others[n - 1 - i].Speed * t;
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Next(Particle[] all, double t, int n)
    {
        for (int i = 0; i + 1 < n; i++)
            all[i].X = all[i + 1].Speed * t;
    }

    /// <summary>The same with the references themselves.</summary>
    [Parallelize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G58_SpanOfNames(Span<string> names, double[] a, int n)
    {
        for (int i = 0; i < n; i++)
            names[i] = a[i].ToString();
    }

    [Parallelize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G58_Names(Particle[] all, string[] names, int n)
    {
        for (int i = 0; i < n; i++)
        {
            names[i] = all[i].X.ToString();
            all[i].Steps++;
        }
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Inner(Particle[] all, double[] a, int n, int m)
    {
        for (int i = 0; i < n; i++)
        {
            Particle particle = all[i];
            for (int j = 0; j < m; j++)
                particle.X += a[j] * particle.Speed;
        }
    }

    [Parallelize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G58_Token(Particle[] all, double t, CancellationToken token)
    {
        foreach (Particle particle in all)
            particle.X += t;
    }

    /// <summary>The one before has been changed.</summary>
    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Before(Particle[] all, double t, int n)
    {
        for (int i = 1; i < n; i++)
            all[i].X = all[i - 1].X * t;
    }

    /// <summary>The other array may hold the same objects.</summary>
    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_TwoArrays(Particle[] all, Particle[] others, double t, int n)
    {
        for (int i = 0; i < n; i++)
            all[i].X = others[i].X * t;
    }

    /// <summary>The parameter may be one of them.</summary>
    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Leader(Particle[] all, Particle leader, double t)
    {
        foreach (Particle particle in all)
            particle.X = leader.X * t;
    }

    /// <summary>The same, by a method.</summary>
    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Follow(Particle[] all, Particle leader)
    {
        foreach (Particle particle in all)
            particle.Follow(leader);
    }

    /// <summary>The method writes the field, the loop reads another's.</summary>
    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_MovesAfter(Particle[] all, Particle leader, double[] r, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[i] = leader.X;
            all[i].Move(t);
        }
    }

    /// <summary>Objects are exchanged while they are changed.</summary>
    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Stored(Particle[] all, Particle[] others, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            others[i] = all[0];
            all[i].X += t;
        }
    }

    /// <summary>All change one object.</summary>
    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_First(Particle[] all, double t, int n)
    {
        for (int i = 0; i < n; i++)
            all[0].X += t;
    }

    /// <summary>A static field, too.</summary>
    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Static(Particle[] all, double t)
    {
        foreach (Particle particle in all)
            particle.MoveAll(t);
    }

    /// <summary>An override may do anything.</summary>
    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Virtual(Particle[] all, double t)
    {
        foreach (Particle particle in all)
            particle.Jump(t);
    }

    /// <summary>Subscripts may repeat.</summary>
    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Chosen(Particle[] all, int[] p, double t, int n)
    {
        for (int i = 0; i < n; i++)
            all[p[i]].X += t;
    }

    /// <summary>The local comes to stand for something else.</summary>
    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Reassigned(Particle[] all, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            Particle particle = all[i];
            if (particle.Speed > 0)
                particle = all[0];
            particle.X += t;
        }
    }

    /// <summary>The subscript isn't what it was at the declaration.</summary>
    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Counted(Particle[] all, double t, int n)
    {
        int k = 0;
        for (int i = 0; i < n; i++)
        {
            Particle particle = all[k];
            k = i & 7;
            particle.X += t;
        }
    }

    /// <summary>Rows may be one, and hold one object.</summary>
    [Parallelize]
    [MaxTrips(30), LaterWritesVisible]
    public static void G58_Rows(Particle[][] rows, double t, int n)
    {
        for (int i = 0; i < n; i++)
            rows[i][0].At.X += t;
    }

    /// <summary>The next one's old value.</summary>
    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_After(Particle[] all, double t, int n)
    {
        for (int i = 0; i + 1 < n; i++)
            all[i].X = all[i + 1].X * t;
    }

    /// <summary>One that all read is written by one of them.</summary>
    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Pivot(Particle[] all, double t, int n, int m)
    {
        for (int i = 0; i < n; i++)
            all[i].X -= all[m].X * t;
    }

    /// <summary>Both ends to the middle.</summary>
    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Mirrored(Particle[] all, double t, int n)
    {
        for (int i = 0; i < n; i++)
            all[i].X = all[n - 1 - i].X * t;
    }

    /// <summary>Beside a recurrence.</summary>
    [Parallelize, Vectorize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Beside(Particle[] all, double[] a, double[] b, int n)
    {
        for (int i = 1; i < n; i++)
        {
            a[i] = Math.Sqrt(Math.Abs(a[i - 1])) + b[i];
            all[i].X += Math.Sin(a[i]) * Math.Exp(a[i]);
        }
    }

    /// <summary>An update that must keep its order, of what an object says.</summary>
    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Binned(Particle[] all, double[] a, int[] p, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            all[i].Move(t);
            a[p[i]] += all[i].Speed;
        }
    }

    /// <summary>A run that is tried may not have changed anything.</summary>
    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static int G58_Tried(Particle[] all, int[] a, int[] p, double t, int n)
    {
        int s = 0;
        for (int i = 0; i < n; i++)
        {
            s += a[p[i]];
            all[i].X += t;
        }

        return s;
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static int G58_CheckedSum(Particle[] all, int[] a, double t, int n)
    {
        int s = 0;
        for (int i = 0; i < n; i++)
        {
            all[i].X += t;
            s = checked(s + a[i]);
        }

        return s;
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static int G58_Left(Particle[] all, double[] a, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
                return i;
            all[i].X += t;
        }

        return -1;
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_LeftByObject(Particle[] all, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            all[i].Move(t);
            if (all[i].Steps > 3)
                break;
        }
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static int G58_RunningExit(Particle[] all, int[] a, int k, double t, int n)
    {
        int s = 0;
        for (int i = 0; i < n; i++)
        {
            s += a[i];
            if (s > k)
                return i;
            all[i].X += t;
        }

        return s;
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static int G58_Packed(Particle[] all, double[] a, double[] r, double t, int n)
    {
        int k = 0;
        for (int i = 0; i < n; i++)
        {
            if (a[i] > t)
                r[k++] = a[i];
            all[i].X += t;
        }

        return k;
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Scanned(Particle[] all, int[] a, int n)
    {
        int s = 0;
        for (int i = 0; i < n; i++)
        {
            s += a[i];
            all[i].X += s;
        }
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Counts(Particle[] all, int[] r, int[] p, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[p[i]]++;
            all[i].X += t;
        }
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Appended(Particle[] all, List<double> list, double t)
    {
        foreach (Particle particle in all)
        {
            particle.X += t;
            if (particle.X > 0)
                list.Add(particle.X);
        }
    }

    [Parallelize]
    [MaxTrips(1000), LaterWritesVisible]
    public static void G58_Moved(Particle[] all, double[] b, double t, int n)
    {
        for (int i = 0; i + 1 < n; i++)
        {
            b[i] = b[i + 1] * t;
            all[i].X += t;
        }
    }

    /// <summary>Two loops inside, one object.</summary>
    [Parallelize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G58_Nested(Particle[] all, Particle[] others, double t)
    {
        foreach (Particle particle in all)
            foreach (Particle other in others)
                particle.X += other.Speed * t;
    }

    /// <summary>Null-conditional access.</summary>
    [Parallelize]
    [MaxTrips(300), LaterWritesVisible]
    public static void G58_Maybe(Particle?[] all, double[] r, double t, int n)
    {
        for (int i = 0; i < n; i++)
        {
            r[i] = all[i]?.X ?? 0;
            all[0]!.X += t;
        }
    }
}
