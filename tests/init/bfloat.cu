// What the types of cuda_bf16.h and cuda_fp16.h come to: structures of bits, and assembly that knows what they are.
struct __nv_bfloat16 {
  unsigned short bits;
};
struct __half2 {
  unsigned bits;
};

__device__ float widened(__nv_bfloat16 x) {
  float wide;
  asm("{ cvt.f32.bf16 %0, %1;}\n" : "=f"(wide) : "h"(x.bits));
  return wide;
}

__device__ __nv_bfloat16 rounded(float x) {
  __nv_bfloat16 narrow;
  asm("{ cvt.rn.bf16.f32 %0, %1;}\n" : "=h"(narrow.bits) : "f"(x));
  return narrow;
}

__global__ void scale(int n, const __nv_bfloat16 *x, __nv_bfloat16 *y) {
  int i = blockIdx.x * blockDim.x + threadIdx.x;
  if (i < n) y[i] = rounded(widened(x[i]) * 0.5f);
}

__global__ void square(int n, const __half2 *x, __half2 *y) {
  int i = blockIdx.x * blockDim.x + threadIdx.x;
  if (i < n) asm("{mul.f16x2 %0,%1,%1;\n}" : "=r"(y[i].bits) : "r"(x[i].bits));
}
