// 3x3 convolution by Winograd's F(4x4, 3x3), tuned by hand. What passes between the three launches is laid out as in kernel.cu:
//
//   input     [images][channels][height][width]      tile = (image * tile_rows + row) * tile_cols + col
//   patches   [36][channels][tiles]
//   filters   [36][outputs][channels]                already transformed: G g G'
//   products  [36][outputs][tiles]
//   out       [images][outputs][height][width]

#include "../multiply.cuh"

// v = B' d, with what two rows of B' have in common computed once.
WARPSMITH_FN void transform_input(const float d[6], float v[6]) {
  const float even = fmaf(-4.0f, d[2], d[4]);
  const float odd = fmaf(-4.0f, d[1], d[3]);
  const float far = d[4] - d[2];
  const float near = 2.0f * (d[3] - d[1]);
  v[0] = fmaf(4.0f, d[0], fmaf(-5.0f, d[2], d[4]));
  v[1] = even + odd;
  v[2] = even - odd;
  v[3] = far + near;
  v[4] = far - near;
  v[5] = fmaf(4.0f, d[1], fmaf(-5.0f, d[3], d[5]));
}

// y = A' m, likewise.
WARPSMITH_FN void transform_output(const float m[6], float y[4]) {
  const float sum = m[1] + m[2];
  const float difference = m[1] - m[2];
  const float far_sum = m[3] + m[4];
  const float far_difference = m[3] - m[4];
  y[0] = m[0] + sum + far_sum;
  y[1] = fmaf(2.0f, far_difference, difference);
  y[2] = fmaf(4.0f, far_sum, sum);
  y[3] = fmaf(8.0f, far_difference, difference) + m[5];
}

// One thread a tile of one channel: patches = B' d B.
extern "C" __global__ void winograd_f4_input(const float *__restrict__ input, float *__restrict__ patches, int images,
                                             int channels, int height, int width) {
  const unsigned tile_rows = (height + 3u) / 4;
  const unsigned tile_cols = (width + 3u) / 4;
  const unsigned tiles = images * tile_rows * tile_cols;

  const unsigned tile = blockIdx.x * blockDim.x + threadIdx.x;
  const unsigned channel = blockIdx.y;
  if (tile >= tiles)
    return;

  const unsigned row = tile / tile_cols;
  const unsigned image = row / tile_rows;
  const int top = (int)(row - image * tile_rows) * 4 - 1;
  const int left = (int)(tile - row * tile_cols) * 4 - 1;
  const float *from = input + ((long)(image * channels + channel) * height + top) * width + left;

  bool inside_columns[6];
#pragma unroll
  for (int j = 0; j < 6; ++j)
    inside_columns[j] = (unsigned)(left + j) < (unsigned)width;

  float d[6][6];
#pragma unroll
  for (int i = 0; i < 6; ++i) {
    const bool inside_rows = (unsigned)(top + i) < (unsigned)height;
#pragma unroll
    for (int j = 0; j < 6; ++j)
      d[j][i] = inside_rows && inside_columns[j] ? from[(long)i * width + j] : 0.0f;
  }

  // columns[j][i] is element i of B' times column j of the patch.
  float columns[6][6];
#pragma unroll
  for (int j = 0; j < 6; ++j)
    transform_input(d[j], columns[j]);

  float *to = patches + (long)channel * tiles + tile;
  const long step = (long)channels * tiles;
#pragma unroll
  for (int i = 0; i < 6; ++i) {
    float across[6], v[6];
#pragma unroll
    for (int j = 0; j < 6; ++j)
      across[j] = columns[j][i];
    transform_input(across, v);
#pragma unroll
    for (int j = 0; j < 6; ++j)
      to[(i * 6 + j) * step] = v[j];
  }
}

// One of the 36 matrix products a block in z; see multiply.cuh.
extern "C" __global__ void winograd_f4_multiply(const float *__restrict__ filters, const float *__restrict__ patches,
                                                float *__restrict__ products, int outputs, int channels, int tiles) {
  multiply_position(filters, patches, products, outputs, channels, tiles);
}

// One thread a tile of one output channel: out = A' m A.
extern "C" __global__ void winograd_f4_output(const float *__restrict__ products, float *__restrict__ out, int images,
                                              int outputs, int height, int width) {
  const unsigned tile_rows = (height + 3u) / 4;
  const unsigned tile_cols = (width + 3u) / 4;
  const unsigned tiles = images * tile_rows * tile_cols;

  const unsigned tile = blockIdx.x * blockDim.x + threadIdx.x;
  const unsigned output = blockIdx.y;
  if (tile >= tiles)
    return;

  const unsigned row = tile / tile_cols;
  const unsigned image = row / tile_rows;
  const unsigned top = (row - image * tile_rows) * 4;
  const unsigned left = (tile - row * tile_cols) * 4;
  const float *from = products + (long)output * tiles + tile;
  const long step = (long)outputs * tiles;

  float columns[6][4];
#pragma unroll
  for (int j = 0; j < 6; ++j) {
    float m[6];
#pragma unroll
    for (int i = 0; i < 6; ++i)
      m[i] = from[(i * 6 + j) * step];
    transform_output(m, columns[j]);
  }

  float *to = out + ((long)(image * outputs + output) * height + top) * width + left;
#pragma unroll
  for (int i = 0; i < 4; ++i) {
    if (top + i < (unsigned)height) {
      float across[6], y[4];
#pragma unroll
      for (int j = 0; j < 6; ++j)
        across[j] = columns[j][i];
      transform_output(across, y);
      if (width % 4 == 0) {
        *(float4 *)(to + (long)i * width) = float4{y[0], y[1], y[2], y[3]};
      } else {
#pragma unroll
        for (int j = 0; j < 4; ++j)
          if (left + j < (unsigned)width)
            to[(long)i * width + j] = y[j];
      }
    }
  }
}
