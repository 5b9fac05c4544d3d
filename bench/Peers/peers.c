/* The kernels in C. THREADS(T) expands to an OpenMP parallel loop or to a plain one; gcc vectorizes both. */
#define JOIN_(a, b, c) a##_##b##c
#define JOIN(a, b, c) JOIN_(a, b, c)
#define PRAGMA(x) _Pragma(#x)

#define KERNELS(T, SUFFIX, LOOP, REDUCE)                                                              \
    void JOIN(axpy, T, SUFFIX)(long n, T k, const T *restrict x, T *restrict y, T *z)                 \
    {                                                                                                 \
        LOOP for (long i = 0; i < n; i++) y[i] += k * x[i];                                           \
    }                                                                                                 \
    void JOIN(add, T, SUFFIX)(long n, T k, const T *restrict x, const T *restrict y, T *restrict z)   \
    {                                                                                                 \
        LOOP for (long i = 0; i < n; i++) z[i] = x[i] + y[i];                                         \
    }                                                                                                 \
    T JOIN(sum, T, SUFFIX)(long n, const T *x, const T *y)                                            \
    {                                                                                                 \
        T sum = 0;                                                                                    \
        REDUCE for (long i = 0; i < n; i++) sum += x[i];                                              \
        return sum;                                                                                   \
    }                                                                                                 \
    T JOIN(dot, T, SUFFIX)(long n, const T *x, const T *y)                                            \
    {                                                                                                 \
        T sum = 0;                                                                                    \
        REDUCE for (long i = 0; i < n; i++) sum += x[i] * y[i];                                       \
        return sum;                                                                                   \
    }

KERNELS(double, _one, , )
KERNELS(float, _one, , )
KERNELS(double, _all, PRAGMA(omp parallel for simd), PRAGMA(omp parallel for simd reduction(+ : sum)))
KERNELS(float, _all, PRAGMA(omp parallel for simd), PRAGMA(omp parallel for simd reduction(+ : sum)))
