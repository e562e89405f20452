// SparseLengthsSum: out[bag] = the sum of the table rows index[start[bag]] .. index[start[bag + 1] - 1].
//
// One block a bag, one thread a column; a block strides over the columns when the rows are wider than it is.

#include "warpsmith.cuh"

extern "C" __global__ void sls_f32(const float *table, const int *index, const int *start, float *out, int dim) {
  const int bag = blockIdx.x;

  for (int col = threadIdx.x; col < dim; col += blockDim.x) {
    float sum = 0.0f;
    for (int i = start[bag]; i < start[bag + 1]; ++i) {
      const long row = index[i];
      sum += table[row * dim + col];
    }
    out[(long)bag * dim + col] = sum;
  }
}
