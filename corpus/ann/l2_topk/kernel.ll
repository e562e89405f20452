source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@_ZZ6selectE7nearest = internal addrspace(3) global [128 x float] undef, align 4
@_ZZ6selectE5which = internal addrspace(3) global [128 x i32] undef, align 4

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @distances(ptr noundef %base, ptr noundef %query, ptr noundef %all, i32 noundef %queries, i32 noundef %n, i32 noundef %dim) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %cmp = icmp sge i32 %add, %n
  %cmp4 = icmp sge i32 %3, %queries
  %or.cond = or i1 %cmp, %cmp4
  br i1 %or.cond, label %cleanup.cont, label %for.cond

for.cond:                                         ; preds = %entry, %for.body
  %sum.0 = phi float [ %add17, %for.body ], [ 0.000000e+00, %entry ]
  %d.0 = phi i32 [ %inc, %for.body ], [ 0, %entry ]
  %cmp5 = icmp slt i32 %d.0, %dim
  br i1 %cmp5, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %conv = sext i32 %3 to i64
  %conv6 = sext i32 %dim to i64
  %mul7 = mul nsw i64 %conv, %conv6
  %conv8 = sext i32 %d.0 to i64
  %add9 = add nsw i64 %mul7, %conv8
  %arrayidx = getelementptr inbounds float, ptr %query, i64 %add9
  %4 = load float, ptr %arrayidx, align 4, !tbaa !7
  %conv10 = sext i32 %add to i64
  %mul12 = mul nsw i64 %conv10, %conv6
  %add14 = add nsw i64 %mul12, %conv8
  %arrayidx15 = getelementptr inbounds float, ptr %base, i64 %add14
  %5 = load float, ptr %arrayidx15, align 4, !tbaa !7
  %sub = fsub contract float %4, %5
  %mul16 = fmul contract float %sub, %sub
  %add17 = fadd contract float %sum.0, %mul16
  %inc = add nsw i32 %d.0, 1
  br label %for.cond, !llvm.loop !9

for.end:                                          ; preds = %for.cond
  %conv18 = sext i32 %3 to i64
  %conv19 = sext i32 %n to i64
  %mul20 = mul nsw i64 %conv18, %conv19
  %conv21 = sext i32 %add to i64
  %add22 = add nsw i64 %mul20, %conv21
  %arrayidx23 = getelementptr inbounds float, ptr %all, i64 %add22
  store float %sum.0, ptr %arrayidx23, align 4, !tbaa !7
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %for.end, %entry
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @select(ptr noundef %all, ptr noundef %distance, ptr noundef %id, i32 noundef %n, i32 noundef %k) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  br label %for.cond

for.cond:                                         ; preds = %if.end57, %entry
  %round.0 = phi i32 [ 0, %entry ], [ %inc, %if.end57 ]
  %last_id.0 = phi i32 [ -1, %entry ], [ %9, %if.end57 ]
  %last.0 = phi float [ -1.000000e+00, %entry ], [ %8, %if.end57 ]
  %cmp = icmp slt i32 %round.0, %k
  br i1 %cmp, label %for.cond2, label %for.end59

for.cond2:                                        ; preds = %for.cond, %for.inc
  %best.0 = phi float [ %best.1, %for.inc ], [ 0x47EFFFFFE0000000, %for.cond ]
  %best_id.0 = phi i32 [ %best_id.1, %for.inc ], [ %n, %for.cond ]
  %i.0 = phi i32 [ %add12, %for.inc ], [ %0, %for.cond ]
  %cmp3 = icmp slt i32 %i.0, %n
  br i1 %cmp3, label %for.body5, label %for.end

for.body5:                                        ; preds = %for.cond2
  %conv = sext i32 %1 to i64
  %conv6 = sext i32 %n to i64
  %mul = mul nsw i64 %conv, %conv6
  %conv7 = sext i32 %i.0 to i64
  %add = add nsw i64 %mul, %conv7
  %arrayidx = getelementptr inbounds float, ptr %all, i64 %add
  %2 = load float, ptr %arrayidx, align 4, !tbaa !7
  %cmp8 = fcmp contract ogt float %2, %last.0
  br i1 %cmp8, label %land.lhs.true.critedge, label %lor.rhs

lor.rhs:                                          ; preds = %for.body5
  %cmp9 = fcmp contract oeq float %2, %last.0
  %cmp10 = icmp sgt i32 %i.0, %last_id.0
  %3 = select i1 %cmp9, i1 %cmp10, i1 false
  %cmp11 = fcmp contract olt float %2, %best.0
  %or.cond = select i1 %3, i1 %cmp11, i1 false
  br i1 %or.cond, label %if.then, label %for.inc

land.lhs.true.critedge:                           ; preds = %for.body5
  %cmp11.old = fcmp contract olt float %2, %best.0
  br i1 %cmp11.old, label %if.then, label %for.inc

if.then:                                          ; preds = %lor.rhs, %land.lhs.true.critedge
  br label %for.inc

for.inc:                                          ; preds = %lor.rhs, %land.lhs.true.critedge, %if.then
  %best.1 = phi float [ %2, %if.then ], [ %best.0, %land.lhs.true.critedge ], [ %best.0, %lor.rhs ]
  %best_id.1 = phi i32 [ %i.0, %if.then ], [ %best_id.0, %land.lhs.true.critedge ], [ %best_id.0, %lor.rhs ]
  %add12 = add nsw i32 %i.0, 128
  br label %for.cond2, !llvm.loop !11

for.end:                                          ; preds = %for.cond2
  %idxprom = sext i32 %0 to i64
  %arrayidx13 = getelementptr inbounds [128 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ6selectE7nearest to ptr), i64 0, i64 %idxprom
  store float %best.0, ptr %arrayidx13, align 4, !tbaa !7
  %arrayidx15 = getelementptr inbounds [128 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZ6selectE5which to ptr), i64 0, i64 %idxprom
  store i32 %best_id.0, ptr %arrayidx15, align 4, !tbaa !3
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.cond16

for.cond16:                                       ; preds = %if.end44, %for.end
  %stride.0 = phi i32 [ 64, %for.end ], [ %div, %if.end44 ]
  %cmp17 = icmp sgt i32 %stride.0, 0
  br i1 %cmp17, label %for.body19, label %for.end46

for.body19:                                       ; preds = %for.cond16
  %cmp20 = icmp slt i32 %0, %stride.0
  br i1 %cmp20, label %if.then21, label %if.end44

if.then21:                                        ; preds = %for.body19
  %add22 = add nsw i32 %0, %stride.0
  %idxprom23 = sext i32 %add22 to i64
  %arrayidx24 = getelementptr inbounds [128 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ6selectE7nearest to ptr), i64 0, i64 %idxprom23
  %4 = load float, ptr %arrayidx24, align 4, !tbaa !7
  %arrayidx27 = getelementptr inbounds [128 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZ6selectE5which to ptr), i64 0, i64 %idxprom23
  %5 = load i32, ptr %arrayidx27, align 4, !tbaa !3
  %6 = load float, ptr %arrayidx13, align 4, !tbaa !7
  %cmp30 = fcmp contract olt float %4, %6
  br i1 %cmp30, label %if.then38, label %lor.lhs.false

lor.lhs.false:                                    ; preds = %if.then21
  %cmp33 = fcmp contract oeq float %4, %6
  br i1 %cmp33, label %land.lhs.true34, label %if.end44

land.lhs.true34:                                  ; preds = %lor.lhs.false
  %7 = load i32, ptr %arrayidx15, align 4, !tbaa !3
  %cmp37 = icmp slt i32 %5, %7
  br i1 %cmp37, label %if.then38, label %if.end44

if.then38:                                        ; preds = %land.lhs.true34, %if.then21
  store float %4, ptr %arrayidx13, align 4, !tbaa !7
  store i32 %5, ptr %arrayidx15, align 4, !tbaa !3
  br label %if.end44

if.end44:                                         ; preds = %lor.lhs.false, %land.lhs.true34, %if.then38, %for.body19
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %div = sdiv i32 %stride.0, 2
  br label %for.cond16, !llvm.loop !12

for.end46:                                        ; preds = %for.cond16
  %8 = load float, ptr addrspacecast (ptr addrspace(3) @_ZZ6selectE7nearest to ptr), align 4, !tbaa !7
  %9 = load i32, ptr addrspacecast (ptr addrspace(3) @_ZZ6selectE5which to ptr), align 4, !tbaa !3
  %cmp47 = icmp eq i32 %0, 0
  br i1 %cmp47, label %if.then48, label %if.end57

if.then48:                                        ; preds = %for.end46
  %mul49 = mul nsw i32 %1, %k
  %add50 = add nsw i32 %mul49, %round.0
  %idxprom51 = sext i32 %add50 to i64
  %arrayidx52 = getelementptr inbounds float, ptr %distance, i64 %idxprom51
  store float %8, ptr %arrayidx52, align 4, !tbaa !7
  %arrayidx56 = getelementptr inbounds i32, ptr %id, i64 %idxprom51
  store i32 %9, ptr %arrayidx56, align 4, !tbaa !3
  br label %if.end57

if.end57:                                         ; preds = %if.then48, %for.end46
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %inc = add nsw i32 %round.0, 1
  br label %for.cond, !llvm.loop !13

for.end59:                                        ; preds = %for.cond
  ret void
}

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.y() #2

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
!11 = distinct !{!11, !10}
!12 = distinct !{!12, !10}
!13 = distinct !{!13, !10}
