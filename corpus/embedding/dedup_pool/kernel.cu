// SparseLengthsSum of a batch whose samples share bags: out[sample] = the sum of the table rows of bag inverse[sample].
//
// A thread has one sample and one column, or every blockDim.x-th of them when the rows are wider than a block.

#include "warpsmith.cuh"

extern "C" __global__ void dedup_pool(const float *table, const int *index, const int *start, const int *inverse,
                                      float *out, int samples, int dim) {
  const int sample = blockIdx.x * blockDim.y + threadIdx.y;
  if (sample >= samples)
    return;

  const int bag = inverse[sample];
  for (int col = threadIdx.x; col < dim; col += blockDim.x) {
    float sum = 0.0f;
    for (int i = start[bag]; i < start[bag + 1]; ++i) {
      const long row = index[i];
      sum += table[row * dim + col];
    }
    out[(long)sample * dim + col] = sum;
  }
}
