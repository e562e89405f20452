// Attention over the keys that a cheap score keeps: key j of query i counts when the product of their 4-bit forms reaches the
// threshold; out[i] = softmax(q[i] k[j] / sqrt(dim)) V over those keys, and zeros where there is none.
//
//   q, k, v, out  [heads][seq][dim]
//   q4, k4        [heads][seq][dim]   a value of -8 .. 7 a byte
//   kept          [heads][seq][seq]   1 for a key that counts, 0 for the others
//
// One block a query row, a power of two of threads. Shared memory holds seq scores, then one value a thread for the reductions.

#include "warpsmith.cuh"

extern "C" __global__ void attention_pruned(const signed char *q4, const signed char *k4, const float *q,
                                            const float *k, const float *v, int *kept, float *out, int seq, int dim,
                                            int threshold) {
  extern __shared__ float scores[];
  float *partial = scores + seq;

  const int tid = threadIdx.x;
  const int threads = blockDim.x;
  const int row = blockIdx.x;
  const long head = (long)blockIdx.y * seq * dim;
  const long mask = ((long)blockIdx.y * seq + row) * seq;

  const float scale = 1.0f / sqrtf((float)dim);

  float highest = -INFINITY;
  for (int j = tid; j < seq; j += threads) {
    int rough = 0;
    for (int i = 0; i < dim; ++i)
      rough += q4[head + row * dim + i] * k4[head + j * dim + i];
    const bool counts = rough >= threshold;
    kept[mask + j] = counts;
    scores[j] = -INFINITY;
    if (counts) {
      float dot = 0.0f;
      for (int i = 0; i < dim; ++i)
        dot += q[head + row * dim + i] * k[head + j * dim + i];
      scores[j] = dot * scale;
      highest = fmaxf(highest, scores[j]);
    }
  }

  partial[tid] = highest;
  __syncthreads();
  for (int half = threads / 2; half > 0; half /= 2) {
    if (tid < half)
      partial[tid] = fmaxf(partial[tid], partial[tid + half]);
    __syncthreads();
  }
  highest = partial[0];
  __syncthreads();

  float sum = 0.0f;
  for (int j = tid; j < seq; j += threads) {
    scores[j] = scores[j] == -INFINITY ? 0.0f : expf(scores[j] - highest);
    sum += scores[j];
  }

  partial[tid] = sum;
  __syncthreads();
  for (int half = threads / 2; half > 0; half /= 2) {
    if (tid < half)
      partial[tid] += partial[tid + half];
    __syncthreads();
  }
  sum = partial[0];

  for (int i = tid; i < dim; i += threads) {
    float value = 0.0f;
    for (int j = 0; j < seq; ++j)
      value += scores[j] * v[head + j * dim + i];
    out[head + row * dim + i] = sum > 0.0f ? value / sum : 0.0f;
  }
}
