// 3x3 convolution, stride 1, zero padding 1, NCHW: out = the sum over channels and taps of input * weights.
//
//   input    [images][channels][height][width]
//   weights  [outputs][channels][3][3]
//   out      [images][outputs][height][width]

#include "warpsmith.cuh"

// One thread an element of the output.
extern "C" __global__ void conv3x3(const float *input, const float *weights, float *out, int images, int channels,
                                   int outputs, int height, int width) {
  const int pixel = blockIdx.x * blockDim.x + threadIdx.x;
  const int output = blockIdx.y;
  if (pixel >= images * height * width)
    return;

  const int image = pixel / (height * width);
  const int y = pixel / width % height;
  const int x = pixel % width;

  float sum = 0.0f;
  for (int channel = 0; channel < channels; ++channel) {
    const float *plane = input + (long)(image * channels + channel) * height * width;
    const float *taps = weights + (long)(output * channels + channel) * 9;
    for (int i = 0; i < 3; ++i) {
      for (int j = 0; j < 3; ++j) {
        const int from_y = y + i - 1;
        const int from_x = x + j - 1;
        if (from_y >= 0 && from_y < height && from_x >= 0 && from_x < width)
          sum += plane[from_y * width + from_x] * taps[i * 3 + j];
      }
    }
  }
  out[((long)(image * outputs + output) * height + y) * width + x] = sum;
}
