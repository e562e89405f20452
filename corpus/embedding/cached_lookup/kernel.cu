// SparseLengthsSum behind a set-associative cache: out[bag] = the sum of the rows that the bag names, each from the cache if it is
// there and from the table if not. A cached row may be newer than the table's.
//
//   tags   [sets][32]         the row in each place of the cache, or -1; a row can only be in the set of its hash
//   cache  [sets][32][dim]
//
// One block a bag, one thread a column; every thread looks for every row.

#include "warpsmith.cuh"

#define WAYS 32

// The set of a row: the 64-bit finaliser of MurmurHash3, then the rest of a division.
WARPSMITH_FN int set_of(int row, int sets) {
  unsigned long h = row;
  h ^= h >> 33;
  h *= 0xff51afd7ed558ccdul;
  h ^= h >> 33;
  h *= 0xc4ceb9fe1a85ec53ul;
  h ^= h >> 33;
  return h % sets;
}

extern "C" __global__ void cached_lookup(const int *tags, const float *cache, const float *table, const int *index,
                                         const int *start, float *out, int sets, int dim) {
  const int bag = blockIdx.x;

  for (int col = threadIdx.x; col < dim; col += blockDim.x) {
    float sum = 0.0f;
    for (int i = start[bag]; i < start[bag + 1]; ++i) {
      const int row = index[i];
      const int set = set_of(row, sets);
      const float *from = table + (long)row * dim;
      for (int way = 0; way < WAYS; ++way) {
        if (tags[set * WAYS + way] == row) {
          from = cache + (long)(set * WAYS + way) * dim;
          break;
        }
      }
      sum += from[col];
    }
    out[(long)bag * dim + col] = sum;
  }
}
