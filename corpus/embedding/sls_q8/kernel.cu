// SparseLengthsSum over a table of 8-bit rows: out[bag] = the sum of scale * byte + bias over the rows that the bag names.
//
// A row is dim bytes, then its scale and its bias. One block a bag, one thread a column, as for tables of floats.

#include "warpsmith.cuh"

extern "C" __global__ void sls_q8(const unsigned char *table, const int *index, const int *start, float *out, int dim) {
  const int bag = blockIdx.x;
  const long row_bytes = dim + 8;

  for (int col = threadIdx.x; col < dim; col += blockDim.x) {
    float sum = 0.0f;
    for (int i = start[bag]; i < start[bag + 1]; ++i) {
      const unsigned char *row = table + index[i] * row_bytes;
      const float *ends = (const float *)(row + dim);
      sum += row[col] * ends[0] + ends[1];
    }
    out[(long)bag * dim + col] = sum;
  }
}
