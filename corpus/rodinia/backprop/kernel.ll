source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@_ZZ13layer_forwardE5value = internal addrspace(3) global [16 x float] undef, align 4
@_ZZ13layer_forwardE7product = internal addrspace(3) global [16 x [16 x float]] undef, align 4

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @layer_forward(ptr noundef %unit, ptr noundef %weight, ptr noundef %partial, i32 noundef %units, i32 noundef %hidden) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %mul = mul nsw i32 %2, 16
  %add = add nsw i32 %mul, %1
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %mul4 = mul nsw i32 %3, 16
  %add5 = add nsw i32 %mul4, %0
  %cmp = icmp eq i32 %0, 0
  br i1 %cmp, label %if.then, label %if.end

if.then:                                          ; preds = %entry
  %cmp6 = icmp slt i32 %add, %units
  br i1 %cmp6, label %cond.true, label %cond.end

cond.true:                                        ; preds = %if.then
  %idxprom = sext i32 %add to i64
  %arrayidx = getelementptr inbounds float, ptr %unit, i64 %idxprom
  %4 = load float, ptr %arrayidx, align 4, !tbaa !7
  br label %cond.end

cond.end:                                         ; preds = %if.then, %cond.true
  %cond = phi contract float [ %4, %cond.true ], [ 0.000000e+00, %if.then ]
  %idxprom7 = sext i32 %1 to i64
  %arrayidx8 = getelementptr inbounds [16 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ13layer_forwardE5value to ptr), i64 0, i64 %idxprom7
  store float %cond, ptr %arrayidx8, align 4, !tbaa !7
  br label %if.end

if.end:                                           ; preds = %cond.end, %entry
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %cmp9 = icmp slt i32 %add, %units
  %cmp10 = icmp slt i32 %add5, %hidden
  %or.cond = select i1 %cmp9, i1 %cmp10, i1 false
  br i1 %or.cond, label %cond.true11, label %cond.end20

cond.true11:                                      ; preds = %if.end
  %mul12 = mul nsw i32 %add, %hidden
  %add13 = add nsw i32 %mul12, %add5
  %idxprom14 = sext i32 %add13 to i64
  %arrayidx15 = getelementptr inbounds float, ptr %weight, i64 %idxprom14
  %5 = load float, ptr %arrayidx15, align 4, !tbaa !7
  %idxprom16 = sext i32 %1 to i64
  %arrayidx17 = getelementptr inbounds [16 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ13layer_forwardE5value to ptr), i64 0, i64 %idxprom16
  %6 = load float, ptr %arrayidx17, align 4, !tbaa !7
  %mul18 = fmul contract float %5, %6
  br label %cond.end20

cond.end20:                                       ; preds = %if.end, %cond.true11
  %cond21 = phi contract float [ %mul18, %cond.true11 ], [ 0.000000e+00, %if.end ]
  %idxprom22 = sext i32 %1 to i64
  %arrayidx23 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ13layer_forwardE7product to ptr), i64 0, i64 %idxprom22
  %idxprom24 = sext i32 %0 to i64
  %arrayidx25 = getelementptr inbounds [16 x float], ptr %arrayidx23, i64 0, i64 %idxprom24
  store float %cond21, ptr %arrayidx25, align 4, !tbaa !7
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.cond

for.cond:                                         ; preds = %if.end39, %cond.end20
  %half.0 = phi i32 [ 8, %cond.end20 ], [ %div, %if.end39 ]
  %cmp26 = icmp sgt i32 %half.0, 0
  br i1 %cmp26, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %cmp27 = icmp slt i32 %1, %half.0
  br i1 %cmp27, label %if.then28, label %if.end39

if.then28:                                        ; preds = %for.body
  %add29 = add nsw i32 %1, %half.0
  %idxprom30 = sext i32 %add29 to i64
  %arrayidx31 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ13layer_forwardE7product to ptr), i64 0, i64 %idxprom30
  %arrayidx33 = getelementptr inbounds [16 x float], ptr %arrayidx31, i64 0, i64 %idxprom24
  %7 = load float, ptr %arrayidx33, align 4, !tbaa !7
  %8 = load float, ptr %arrayidx25, align 4, !tbaa !7
  %add38 = fadd contract float %8, %7
  store float %add38, ptr %arrayidx25, align 4, !tbaa !7
  br label %if.end39

if.end39:                                         ; preds = %if.then28, %for.body
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %div = sdiv i32 %half.0, 2
  br label %for.cond, !llvm.loop !9

for.end:                                          ; preds = %for.cond
  %cmp40 = icmp eq i32 %1, 0
  %cmp42 = icmp slt i32 %add5, %hidden
  %or.cond26 = select i1 %cmp40, i1 %cmp42, i1 false
  br i1 %or.cond26, label %if.then43, label %if.end51

if.then43:                                        ; preds = %for.end
  %arrayidx45 = getelementptr inbounds [16 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ13layer_forwardE7product to ptr), i64 0, i64 %idxprom24
  %9 = load float, ptr %arrayidx45, align 4, !tbaa !7
  %mul47 = mul nsw i32 %2, %hidden
  %add48 = add nsw i32 %mul47, %add5
  %idxprom49 = sext i32 %add48 to i64
  %arrayidx50 = getelementptr inbounds float, ptr %partial, i64 %idxprom49
  store float %9, ptr %arrayidx50, align 4, !tbaa !7
  br label %if.end51

if.end51:                                         ; preds = %if.then43, %for.end
  ret void
}

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #1

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @adjust_weights(ptr noundef %unit, ptr noundef %delta, ptr noundef %weight, ptr noundef %change, float noundef %rate, float noundef %momentum, i32 noundef %units, i32 noundef %hidden) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.y()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %add = add i32 %mul, %2
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %4 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul5 = mul i32 %3, %4
  %5 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add7 = add i32 %mul5, %5
  %cmp = icmp sge i32 %add, %units
  %cmp8 = icmp sge i32 %add7, %hidden
  %or.cond = or i1 %cmp, %cmp8
  br i1 %or.cond, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %mul9 = mul nsw i32 %add, %hidden
  %add10 = add nsw i32 %mul9, %add7
  %idxprom = sext i32 %add7 to i64
  %arrayidx = getelementptr inbounds float, ptr %delta, i64 %idxprom
  %6 = load float, ptr %arrayidx, align 4, !tbaa !7
  %mul11 = fmul contract float %rate, %6
  %idxprom12 = sext i32 %add to i64
  %arrayidx13 = getelementptr inbounds float, ptr %unit, i64 %idxprom12
  %7 = load float, ptr %arrayidx13, align 4, !tbaa !7
  %mul14 = fmul contract float %mul11, %7
  %idxprom15 = sext i32 %add10 to i64
  %arrayidx16 = getelementptr inbounds float, ptr %change, i64 %idxprom15
  %8 = load float, ptr %arrayidx16, align 4, !tbaa !7
  %mul17 = fmul contract float %momentum, %8
  %add18 = fadd contract float %mul14, %mul17
  store float %add18, ptr %arrayidx16, align 4, !tbaa !7
  %arrayidx24 = getelementptr inbounds float, ptr %weight, i64 %idxprom15
  %9 = load float, ptr %arrayidx24, align 4, !tbaa !7
  %add25 = fadd contract float %9, %add18
  store float %add25, ptr %arrayidx24, align 4, !tbaa !7
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %if.end, %entry
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.y() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.y() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.y() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #2

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { convergent nocallback nounwind }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }

!llvm.module.flags = !{!0, !1, !2}
!llvm.errno.tbaa = !{!3}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 4, !"nvvm-reflect-ftz", i32 0}
!2 = !{i32 7, !"frame-pointer", i32 2}
!3 = !{!4, !4, i64 0}
!4 = !{!"int", !5, i64 0}
!5 = !{!"omnipotent char", !6, i64 0}
!6 = !{!"Simple C++ TBAA"}
!7 = !{!8, !8, i64 0}
!8 = !{!"float", !5, i64 0}
!9 = distinct !{!9, !10}
!10 = !{!"llvm.loop.mustprogress"}
