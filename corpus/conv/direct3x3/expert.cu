// 3x3 convolution, stride 1, zero padding 1, NCHW, tuned by hand; buffers are laid out as in kernel.cu.
//
// A thread has four neighbouring pixels of WIDE output channels: 36 * WIDE multiplications for the 18 inputs and 9 * WIDE weights of a
// channel. Weights are staged in shared memory, the outputs of a tap side by side, so that a warp reads four of them by one instruction;
// inputs come by the first-level cache, in vectors where rows are whole ones.

#include "warpsmith.cuh"

// Output channels of a thread.
#define WIDE 8
// Pixels of a thread, in a row.
#define STRIP 4
// Channels whose weights are staged at once.
#define DEEP 16

// The inputs under a strip in one row of the image: from one column before it to one behind it. Outside the image: zeros.
WARPSMITH_FN void load_row(const float *row, int left, int width, float (&d)[STRIP + 2]) {
  if (width % STRIP == 0) {
    const float4 middle = *(const float4 *)(row + left);
    d[0] = left > 0 ? row[left - 1] : 0.0f;
#pragma unroll
    for (int x = 0; x < STRIP; ++x)
      d[x + 1] = middle[x];
    d[STRIP + 1] = left + STRIP < width ? row[left + STRIP] : 0.0f;
  } else {
#pragma unroll
    for (int x = 0; x < STRIP + 2; ++x)
      d[x] = (unsigned)(left + x - 1) < (unsigned)width ? row[left + x - 1] : 0.0f;
  }
}

extern "C" __global__ void conv3x3(const float *__restrict__ input, const float *__restrict__ weights,
                                   float *__restrict__ out, int images, int channels, int outputs, int height,
                                   int width) {
  __shared__ __attribute__((aligned(16))) float staged[DEEP * 9][WIDE];

  const unsigned strips = (width + STRIP - 1u) / STRIP;
  const unsigned strip = blockIdx.x * blockDim.x + threadIdx.x;
  const int first = blockIdx.y * WIDE;
  // Threads past the last strip stage weights like all others.
  const bool works = strip < images * height * strips;

  const unsigned line = strip / strips;
  const unsigned image = line / height;
  const int y = line - image * height;
  const int left = (strip - line * strips) * STRIP;
  const float *plane = input + ((long)image * channels * height + y) * width;

  float sum[WIDE][STRIP] = {};
  for (int channel = 0; channel < channels; channel += DEEP) {
    const int deep = min(DEEP, channels - channel);
    if (channel > 0)
      __syncthreads();
    for (unsigned at = threadIdx.x; at < deep * 9u * WIDE; at += blockDim.x) {
      // Outputs past the last are those of the last; they are not written.
      const int output = min(first + at % WIDE, outputs - 1);
      staged[at / WIDE][at % WIDE] = weights[((long)output * channels + channel) * 9 + at / WIDE];
    }
    __syncthreads();
    if (works) {
#pragma unroll 1
      for (int c = 0; c < deep; ++c) {
        const float *row = plane + (long)(channel + c) * height * width;
#pragma unroll
        for (int i = 0; i < 3; ++i) {
          if ((unsigned)(y + i - 1) >= (unsigned)height)
            continue;
          float d[STRIP + 2];
          load_row(row + (i - 1) * width, left, width, d);
#pragma unroll
          for (int j = 0; j < 3; ++j) {
#pragma unroll
            for (int half = 0; half < WIDE; half += 4) {
              const float4 w = *(const float4 *)&staged[c * 9 + i * 3 + j][half];
#pragma unroll
              for (int o = 0; o < 4; ++o)
#pragma unroll
                for (int x = 0; x < STRIP; ++x)
                  sum[half + o][x] = fmaf(w[o], d[x + j], sum[half + o][x]);
            }
          }
        }
      }
    }
  }
  if (!works)
    return;

#pragma unroll
  for (int o = 0; o < WIDE; ++o) {
    if (first + o < outputs) {
      float *to = out + ((long)(image * outputs + first + o) * height + y) * width + left;
      if (width % STRIP == 0) {
        *(float4 *)to = float4{sum[o][0], sum[o][1], sum[o][2], sum[o][3]};
      } else {
#pragma unroll
        for (int x = 0; x < STRIP; ++x)
          if (left + x < width)
            to[x] = sum[o][x];
      }
    }
  }
}
