; Kernels of atomic operations.
;
; // Everybody adds to the same places.
; extern "C" __global__ void totals(const int *keys, int *total, int *highest, int *count, float *sum, int n) {
;   const int i = blockIdx.x * blockDim.x + threadIdx.x;
;   if (i >= n)
;     return;
;   atomicAdd(total, keys[i]);
;   atomicMax(highest, keys[i]);
;   atomicAdd(count, 1);
;   atomicAdd(sum, (float)keys[i]);
; }
;
; // Neighbours may mean the same bin.
; extern "C" __global__ void histogram(const int *keys, int *bins, int n) {
;   for (int i = threadIdx.x; i < n; i += blockDim.x)
;     if (keys[i] >= 0)
;       atomicAdd(&bins[keys[i]], i);
; }
;
; // One bin a turn, the same for all that take it.
; extern "C" __global__ void rounds(const int *keys, int *bins, int n) {
;   for (int i = 0; i < n; ++i)
;     atomicAdd(&bins[i], keys[threadIdx.x]);
; }
;
; // Each thread wants to know what was there before it.
; extern "C" __global__ void tickets(int *next, int *taken) {
;   taken[threadIdx.x] = atomicAdd(next, 1);
; }
;
; // The sum tells that the data is there.
; extern "C" __global__ void signals(int *data, int *ready) {
;   data[threadIdx.x] = 1;
;   __threadfence();
;   atomicAdd(ready, 1);
; }
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @totals(ptr noundef %keys, ptr noundef %total, ptr noundef %highest, ptr noundef %count, ptr noundef %sum, i32 noundef %n) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %cmp = icmp sge i32 %add, %n
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %idxprom = sext i32 %add to i64
  %arrayidx = getelementptr inbounds i32, ptr %keys, i64 %idxprom
  %3 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %4 = atomicrmw add ptr %total, i32 %3 seq_cst, align 4
  %5 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %6 = atomicrmw max ptr %highest, i32 %5 seq_cst, align 4
  %7 = atomicrmw add ptr %count, i32 1 seq_cst, align 4
  %8 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %conv = sitofp i32 %8 to float
  %9 = atomicrmw fadd ptr %sum, float %conv seq_cst, align 4
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %if.end, %entry
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @histogram(ptr noundef %keys, ptr noundef %bins, i32 noundef %n) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  br label %for.cond

for.cond:                                         ; preds = %for.inc, %entry
  %i.0 = phi i32 [ %0, %entry ], [ %add, %for.inc ]
  %cmp = icmp slt i32 %i.0, %n
  br i1 %cmp, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %idxprom = sext i32 %i.0 to i64
  %arrayidx = getelementptr inbounds i32, ptr %keys, i64 %idxprom
  %1 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %cmp1 = icmp sge i32 %1, 0
  br i1 %cmp1, label %if.then, label %for.inc

if.then:                                          ; preds = %for.body
  %idxprom4 = sext i32 %1 to i64
  %arrayidx5 = getelementptr inbounds i32, ptr %bins, i64 %idxprom4
  %2 = atomicrmw add ptr %arrayidx5, i32 %i.0 seq_cst, align 4
  br label %for.inc

for.inc:                                          ; preds = %for.body, %if.then
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %add = add i32 %i.0, %3
  br label %for.cond, !llvm.loop !7

for.end:                                          ; preds = %for.cond
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @rounds(ptr noundef %keys, ptr noundef %bins, i32 noundef %n) #0 {
entry:
  br label %for.cond

for.cond:                                         ; preds = %for.body, %entry
  %i.0 = phi i32 [ 0, %entry ], [ %inc, %for.body ]
  %cmp = icmp slt i32 %i.0, %n
  br i1 %cmp, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %idxprom = sext i32 %i.0 to i64
  %arrayidx = getelementptr inbounds i32, ptr %bins, i64 %idxprom
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %idxprom1 = zext i32 %0 to i64
  %arrayidx2 = getelementptr inbounds nuw i32, ptr %keys, i64 %idxprom1
  %1 = load i32, ptr %arrayidx2, align 4, !tbaa !3
  %2 = atomicrmw add ptr %arrayidx, i32 %1 seq_cst, align 4
  %inc = add nsw i32 %i.0, 1
  br label %for.cond, !llvm.loop !9

for.end:                                          ; preds = %for.cond
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @tickets(ptr noundef %next, ptr noundef %taken) #0 {
entry:
  %0 = atomicrmw add ptr %next, i32 1 seq_cst, align 4
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %idxprom = zext i32 %1 to i64
  %arrayidx = getelementptr inbounds nuw i32, ptr %taken, i64 %idxprom
  store i32 %0, ptr %arrayidx, align 4, !tbaa !3
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @signals(ptr noundef %data, ptr noundef %ready) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %idxprom = zext i32 %0 to i64
  %arrayidx = getelementptr inbounds nuw i32, ptr %data, i64 %idxprom
  store i32 1, ptr %arrayidx, align 4, !tbaa !3
  call void @llvm.nvvm.membar.gl()
  %1 = atomicrmw add ptr %ready, i32 1 seq_cst, align 4
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1

; Function Attrs: nocallback nounwind
declare void @llvm.nvvm.membar.gl() #2

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #2 = { nocallback nounwind }

!llvm.module.flags = !{!0, !1, !2}
!llvm.errno.tbaa = !{!3}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 4, !"nvvm-reflect-ftz", i32 0}
!2 = !{i32 7, !"frame-pointer", i32 2}
!3 = !{!4, !4, i64 0}
!4 = !{!"int", !5, i64 0}
!5 = !{!"omnipotent char", !6, i64 0}
!6 = !{!"Simple C++ TBAA"}
!7 = distinct !{!7, !8}
!8 = !{!"llvm.loop.mustprogress"}
!9 = distinct !{!9, !8}
