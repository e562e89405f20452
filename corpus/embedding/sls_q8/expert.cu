// SparseLengthsSum over a table of 8-bit rows, tuned by hand: a row is dim bytes, then its scale and its bias.
//
// One warp a bag. A lane has one word of a row, or two where rows are whole double words; as many lanes as that makes, rounded up to a
// power of two, read one row, so that a warp reads several at once; the lanes' sums meet in shuffles. A byte becomes a float by being put
// into the mantissa of 2^23, which needs no conversion, and counts from 128, so that the biases, which are summed once for all columns of
// a lane, are those of the middle of a row and cancel nothing.

#include "warpsmith.cuh"

// Rows in flight, a lane. Bags of published models have 20, 80, 100 or 120 rows: rounds of 5 leave no rest in up to four groups of lanes.
#define ROUND 5

// Byte number `at` of a word, less 128, as a float.
WARPSMITH_FN float centred(unsigned word, int at) {
  return __builtin_bit_cast(float, __nvvm_prmt(word, 0x4b000000u, 0x7540 + at)) - (8388608.0f + 128.0f);
}

// What is read of a row at once: its words of this lane, its scale and its bias.
template <int WORDS> struct Row {
  unsigned word[WORDS];
  float scale, bias;
};

template <int WORDS> WARPSMITH_FN Row<WORDS> load(const unsigned *row, int words, int at) {
  Row<WORDS> loaded;
  if constexpr (WORDS == 2) {
    const uint2 two = *(const uint2 *)(row + at);
    const float2 ends = *(const float2 *)(row + words);
    loaded = {{two.x, two.y}, ends.x, ends.y};
  } else {
    loaded = {{row[at]}, ((const float *)row)[words], ((const float *)row)[words + 1]};
  }
  return loaded;
}

// Four columns a word, and the biases, which all of them have in common.
template <int WORDS> struct Sums {
  float4 column[WORDS];
  float bias;
};

template <int WORDS> WARPSMITH_FN void add(Sums<WORDS> &sums, const Row<WORDS> &row) {
#pragma unroll
  for (int w = 0; w < WORDS; ++w)
#pragma unroll
    for (int at = 0; at < 4; ++at)
      sums.column[w][at] = fmaf(centred(row.word[w], at), row.scale, sums.column[w][at]);
  sums.bias += fmaf(128.0f, row.scale, row.bias);
}

// One bag. `table` counts words; a row has words + 2 of them.
template <int WORDS>
WARPSMITH_FN void pool(const unsigned *table, const int *index, int first, int last, float *out, int words) {
  const int pieces = words / WORDS;
  int lanes = 1;
  while (lanes < pieces && lanes < warpSize)
    lanes *= 2;
  const int groups = warpSize / lanes;
  first += threadIdx.x / lanes;

#pragma unroll 1
  for (int piece = threadIdx.x % lanes; piece < pieces + lanes - 1 - (pieces - 1) % lanes; piece += lanes) {
    // Lanes past the end of a row read its last words, so that all take part in the shuffles.
    const int at = min(piece, pieces - 1) * WORDS;
    Sums<WORDS> sums = {};
    int i = first;
#pragma unroll 1
    for (; i + (ROUND - 1) * groups < last; i += ROUND * groups) {
      Row<WORDS> row[ROUND];
#pragma unroll
      for (int r = 0; r < ROUND; ++r)
        row[r] = load<WORDS>(table + (long)index[i + r * groups] * (words + 2), words, at);
#pragma unroll
      for (int r = 0; r < ROUND; ++r)
        add(sums, row[r]);
    }
#pragma unroll 1
    for (; i < last; i += groups)
      add(sums, load<WORDS>(table + (long)index[i] * (words + 2), words, at));

#pragma unroll
    for (int w = 0; w < WORDS; ++w) {
      float4 sum = sums.column[w] + sums.bias;
      for (int away = lanes; away < warpSize; away *= 2) {
#pragma unroll
        for (int c = 0; c < 4; ++c)
          sum[c] += __shfl_xor_sync(0xffffffffu, sum[c], away);
      }
      if (threadIdx.x < lanes && piece < pieces)
        ((float4 *)out)[at + w] = sum;
    }
  }
}

extern "C" __global__ void sls_q8(const unsigned *__restrict__ table, const int *__restrict__ index,
                                  const int *__restrict__ start, float *__restrict__ out, int dim) {
  const int bag = blockIdx.x;
  const int first = start[bag];
  const int last = start[bag + 1];
  float *to = out + (long)bag * dim;
  if (dim % 8 == 0)
    pool<2>(table, index, first, last, to, dim / 4);
  else
    pool<1>(table, index, first, last, to, dim / 4);
}
