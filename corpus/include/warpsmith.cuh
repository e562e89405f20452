// The part of CUDA C++ that the corpus kernels use, for plain clang without a CUDA toolkit.
//
// Everything maps to compiler builtins, so that a module made with this header calls no library: what is not a
// PTX instruction is code in the module, which edits may change like any other. Include it first.
#pragma once

#if defined(__CUDACC__) && !defined(__clang__)

// nvcc knows all of it but these.
#include <cfloat>
#include <cmath>
#define WARPSMITH_FN static __device__ __forceinline__
// The C library of the host has a function of that name.
#define __exp2f warpsmith_exp2f
WARPSMITH_FN float warpsmith_exp2f(float a) {
  float power;
  asm("ex2.approx.f32 %0, %1;" : "=f"(power) : "f"(a));
  return power;
}

#else

#define __global__ __attribute__((global))
#define __device__ __attribute__((device))
#define __shared__ __attribute__((shared))
#define __constant__ __attribute__((constant))
#define __forceinline__ __inline__ __attribute__((always_inline))
#define __launch_bounds__(...) __attribute__((launch_bounds(__VA_ARGS__)))
#define WARPSMITH_FN static __device__ __forceinline__

#define INFINITY __builtin_inff()
#define FLT_MAX 3.402823466e+38f

// ---- vectors -------------------------------------------------------------------------------------------------------

// Loaded and stored by one instruction from and to addresses that are multiples of its size; arithmetic is element by element.
typedef float float2 __attribute__((ext_vector_type(2)));
typedef float float4 __attribute__((ext_vector_type(4)));
typedef int int4 __attribute__((ext_vector_type(4)));
typedef unsigned uint2 __attribute__((ext_vector_type(2)));

// ---- where a thread is ---------------------------------------------------------------------------------------------
// Each of threadIdx, blockIdx, blockDim and gridDim is an empty object whose members read a special register.

#define WARPSMITH_REGISTER3(type, register)                                                                            \
  struct type {                                                                                                        \
    __declspec(property(get = get_x)) unsigned x;                                                                      \
    __declspec(property(get = get_y)) unsigned y;                                                                      \
    __declspec(property(get = get_z)) unsigned z;                                                                      \
    static __device__ __forceinline__ unsigned get_x() { return __nvvm_read_ptx_sreg_##register##_x(); }               \
    static __device__ __forceinline__ unsigned get_y() { return __nvvm_read_ptx_sreg_##register##_y(); }               \
    static __device__ __forceinline__ unsigned get_z() { return __nvvm_read_ptx_sreg_##register##_z(); }               \
  }

WARPSMITH_REGISTER3(WarpsmithThreadIdx, tid);
WARPSMITH_REGISTER3(WarpsmithBlockIdx, ctaid);
WARPSMITH_REGISTER3(WarpsmithBlockDim, ntid);
WARPSMITH_REGISTER3(WarpsmithGridDim, nctaid);

extern const __device__ WarpsmithThreadIdx threadIdx;
extern const __device__ WarpsmithBlockIdx blockIdx;
extern const __device__ WarpsmithBlockDim blockDim;
extern const __device__ WarpsmithGridDim gridDim;

#define warpSize 32

// ---- synchronisation and shuffles ----------------------------------------------------------------------------------

// __syncthreads() is a builtin of the compiler.
WARPSMITH_FN void __syncwarp(unsigned mask = 0xffffffffu) { __nvvm_bar_warp_sync(mask); }
WARPSMITH_FN void __threadfence() { __nvvm_membar_gl(); }
WARPSMITH_FN void __threadfence_block() { __nvvm_membar_cta(); }

// The last operand of shfl.sync packs the segment's mask (bits 8..12) and its clamp (bits 0..4): PTX ISA, shfl.sync.
WARPSMITH_FN int warpsmith_segment(int width, int clamp) { return ((warpSize - width) << 8) | clamp; }

WARPSMITH_FN int __shfl_sync(unsigned mask, int value, int lane, int width = warpSize) {
  return __nvvm_shfl_sync_idx_i32(mask, value, lane, warpsmith_segment(width, 31));
}
WARPSMITH_FN int __shfl_up_sync(unsigned mask, int value, unsigned delta, int width = warpSize) {
  return __nvvm_shfl_sync_up_i32(mask, value, delta, warpsmith_segment(width, 0));
}
WARPSMITH_FN int __shfl_down_sync(unsigned mask, int value, unsigned delta, int width = warpSize) {
  return __nvvm_shfl_sync_down_i32(mask, value, delta, warpsmith_segment(width, 31));
}
WARPSMITH_FN int __shfl_xor_sync(unsigned mask, int value, int lanes, int width = warpSize) {
  return __nvvm_shfl_sync_bfly_i32(mask, value, lanes, warpsmith_segment(width, 31));
}
WARPSMITH_FN float __shfl_sync(unsigned mask, float value, int lane, int width = warpSize) {
  return __nvvm_shfl_sync_idx_f32(mask, value, lane, warpsmith_segment(width, 31));
}
WARPSMITH_FN float __shfl_up_sync(unsigned mask, float value, unsigned delta, int width = warpSize) {
  return __nvvm_shfl_sync_up_f32(mask, value, delta, warpsmith_segment(width, 0));
}
WARPSMITH_FN float __shfl_down_sync(unsigned mask, float value, unsigned delta, int width = warpSize) {
  return __nvvm_shfl_sync_down_f32(mask, value, delta, warpsmith_segment(width, 31));
}
WARPSMITH_FN float __shfl_xor_sync(unsigned mask, float value, int lanes, int width = warpSize) {
  return __nvvm_shfl_sync_bfly_f32(mask, value, lanes, warpsmith_segment(width, 31));
}

// Which of the lanes of the mask have the predicate, a bit each.
WARPSMITH_FN unsigned __ballot_sync(unsigned mask, bool predicate) { return __nvvm_vote_ballot_sync(mask, predicate); }
// Which of the lanes of the mask have the same value as this one, a bit each.
WARPSMITH_FN unsigned __match_any_sync(unsigned mask, int value) { return __nvvm_match_any_sync_i32(mask, value); }

// ---- atomics -------------------------------------------------------------------------------------------------------

WARPSMITH_FN float atomicAdd(float *at, float value) { return __nvvm_atom_add_gen_f(at, value); }
WARPSMITH_FN int atomicAdd(int *at, int value) { return __nvvm_atom_add_gen_i(at, value); }
WARPSMITH_FN unsigned atomicAdd(unsigned *at, unsigned value) { return __nvvm_atom_add_gen_i((int *)at, value); }
WARPSMITH_FN int atomicMax(int *at, int value) { return __nvvm_atom_max_gen_i(at, value); }
WARPSMITH_FN int atomicMin(int *at, int value) { return __nvvm_atom_min_gen_i(at, value); }
WARPSMITH_FN int atomicOr(int *at, int bits) { return __nvvm_atom_or_gen_i(at, bits); }
WARPSMITH_FN int atomicCAS(int *at, int expected, int value) { return __nvvm_atom_cas_gen_i(at, expected, value); }

// ---- arithmetic ----------------------------------------------------------------------------------------------------

// c + the sum of the products of the four signed bytes of a and of b. Clang has no builtin for the intrinsic.
extern "C" __device__ int warpsmith_dp4a(int a, int b, int c) __asm("llvm.nvvm.idp4a.s.s");
WARPSMITH_FN int __dp4a(int a, int b, int c) { return warpsmith_dp4a(a, b, c); }

WARPSMITH_FN int min(int a, int b) { return a < b ? a : b; }
WARPSMITH_FN int max(int a, int b) { return a > b ? a : b; }
WARPSMITH_FN float fminf(float a, float b) { return __builtin_fminf(a, b); }
WARPSMITH_FN float fmaxf(float a, float b) { return __builtin_fmaxf(a, b); }
WARPSMITH_FN float fabsf(float a) { return __builtin_fabsf(a); }
WARPSMITH_FN float fmaf(float a, float b, float c) { return __builtin_fmaf(a, b, c); }
WARPSMITH_FN float rintf(float a) { return __builtin_rintf(a); }
WARPSMITH_FN int __ffs(int a) { return __builtin_ffs(a); }
WARPSMITH_FN int __popc(unsigned a) { return __builtin_popcount(a); }
WARPSMITH_FN float sqrtf(float a) { return __nvvm_sqrt_rn_f(a); }
WARPSMITH_FN float rsqrtf(float a) { return __nvvm_rsqrt_approx_f(a); }

// 2^a and e^a from the special function unit as it is: the error of e^a grows with |a|.
WARPSMITH_FN float __exp2f(float a) { return __nvvm_ex2_approx_f(a); }
WARPSMITH_FN float __expf(float a) { return __nvvm_ex2_approx_f(a * 1.4426950408889634f); }

// e^a to about 2 ulp over the whole range, subnormal results included. a * log2(e) is split into an integer n and a
// small remainder t, with log2(e) in two floats, so that the rounding of the product is not magnified by |a|. n stops
// at the exponents whose powers are normal numbers; t takes the rest, and runs to infinity or zero where e^a does.
WARPSMITH_FN float expf(float a) {
  const float log2e_high = 1.44269502162933349609375f;
  const float log2e_low = 1.92596299112661746887e-8f;
  const float n = fminf(fmaxf(rintf(a * log2e_high), -126.0f), 127.0f);
  const float t = fmaf(a, log2e_low, fmaf(a, log2e_high, -n));
  return __nvvm_ex2_approx_f(t) * __nvvm_ex2_approx_f(n);
}

// tanh(a) to some 1e-7 of absolute error: 1 - 2 / (e^2a + 1), which runs to 1 and -1 where e^2a runs to infinity and zero.
WARPSMITH_FN float tanhf(float a) { return 1.0f - 2.0f / (expf(2.0f * a) + 1.0f); }

// a / b from the reciprocal of the special function unit.
WARPSMITH_FN float __fdividef(float a, float b) { return __nvvm_div_approx_f(a, b); }

#endif
