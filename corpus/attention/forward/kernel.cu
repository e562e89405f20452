// Attention: out[row] = softmax(q[row] K' / sqrt(dim)) V, for each head on its own. All four are [heads][seq][dim].
//
// One block a query row. The scores of the row stay in shared memory; the maximum and the sum that the softmax needs
// are reduced over the block. The block is a power of two of threads; shared memory holds seq scores, then one value
// a thread for the reductions.

#include "warpsmith.cuh"

extern "C" __global__ void attention_forward(const float *q, const float *k, const float *v, float *out, int seq,
                                             int dim) {
  extern __shared__ float scores[];
  float *partial = scores + seq;

  const int tid = threadIdx.x;
  const int threads = blockDim.x;
  const int row = blockIdx.x;
  const long head = (long)blockIdx.y * seq * dim;

  const float scale = 1.0f / sqrtf((float)dim);

  float highest = -INFINITY;
  for (int j = tid; j < seq; j += threads) {
    float dot = 0.0f;
    for (int i = 0; i < dim; ++i)
      dot += q[head + row * dim + i] * k[head + j * dim + i];
    scores[j] = dot * scale;
    highest = fmaxf(highest, scores[j]);
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
    scores[j] = expf(scores[j] - highest);
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
    out[head + row * dim + i] = value / sum;
  }
}
