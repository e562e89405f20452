// The weights of a causal attention from its scores, [heads][queries][keys]: query i sees the keys up to i + keys - queries, the last
// of which is its own. Their weights are the softmax of score / sqrt(dim); those of later keys are zero.
//
// One block a query. The maximum and the sum are reduced over the block in shared memory, a value a thread; the block is a power of
// two of threads.

#include "warpsmith.cuh"

extern "C" __global__ void softmax_context(const float *scores, float *out, int queries, int keys, int dim) {
  extern __shared__ float partial[];
  const int tid = threadIdx.x;
  const int query = blockIdx.x;
  const long row = ((long)blockIdx.y * queries + query) * keys;
  const int last = query + keys - queries;
  const float scale = 1.0f / sqrtf((float)dim);

  float highest = -INFINITY;
  for (int j = tid; j < keys; j += blockDim.x) {
    const float score = j <= last ? scores[row + j] * scale : -INFINITY;
    highest = fmaxf(highest, score);
  }
  partial[tid] = highest;
  __syncthreads();
  for (int half = blockDim.x / 2; half > 0; half /= 2) {
    if (tid < half)
      partial[tid] = fmaxf(partial[tid], partial[tid + half]);
    __syncthreads();
  }
  highest = partial[0];
  __syncthreads();

  float sum = 0.0f;
  for (int j = tid; j < keys; j += blockDim.x) {
    const float score = j <= last ? scores[row + j] * scale : -INFINITY;
    sum += expf(score - highest);
  }
  partial[tid] = sum;
  __syncthreads();
  for (int half = blockDim.x / 2; half > 0; half /= 2) {
    if (tid < half)
      partial[tid] += partial[tid + half];
    __syncthreads();
  }
  sum = partial[0];

  for (int j = tid; j < keys; j += blockDim.x) {
    const float score = j <= last ? scores[row + j] * scale : -INFINITY;
    out[row + j] = expf(score - highest) / sum;
  }
}
