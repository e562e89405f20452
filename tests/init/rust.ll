; In the manner of rustc's NVPTX back end: a slice is a pointer and a length, an index is checked, and what a check finds never returns.
target datalayout = "e-p6:32:32-i64:64-i128:128-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

define ptx_kernel void @scale(ptr noundef nonnull readonly align 4 captures(none) %x.0, i64 noundef range(i64 0, 2305843009213693952) %x.1, ptr noundef %y, float noundef %by) unnamed_addr #0 {
start:
  %0 = tail call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %1 = tail call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %2 = tail call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %3 = mul i32 %1, %2
  %4 = add i32 %3, %0
  %i = zext i32 %4 to i64
  %inside = icmp ugt i64 %x.1, %i
  br i1 %inside, label %bb2, label %bb5

bb2:
  %from = getelementptr inbounds nuw float, ptr %x.0, i64 %i
  %v = load float, ptr %from, align 4, !noundef !0
  %w = fmul float %v, %by
  %finite = fcmp uno float %w, %w
  br i1 %finite, label %panic, label %bb4

panic:
  tail call void @_ZN4core9panicking5panic17h0E() #2
  unreachable

bb4:
  %to = getelementptr inbounds nuw float, ptr %y, i64 %i
  store float %w, ptr %to, align 4
  br label %bb5

bb5:
  ret void
}

define internal void @_ZN4core9panicking5panic17h0E() unnamed_addr #1 {
start:
  tail call void @llvm.trap()
  unreachable
}

declare i32 @llvm.nvvm.read.ptx.sreg.tid.x()
declare i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
declare i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
declare void @llvm.trap()

attributes #0 = { nofree nounwind "target-cpu"="sm_80" }
attributes #1 = { cold noinline noreturn nounwind "target-cpu"="sm_80" }
attributes #2 = { noreturn }

!0 = !{}
