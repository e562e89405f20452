source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @btree_find(ptr noalias noundef %tree, ptr noalias noundef %value, ptr noalias noundef %query, ptr noalias noundef %answer, i32 noundef %queries, i32 noundef %order, i32 noundef %levels) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %mul = mul i32 %0, 64
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %1
  %cmp = icmp sge i32 %add, %queries
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %idxprom = sext i32 %add to i64
  %arrayidx = getelementptr inbounds i32, ptr %query, i64 %idxprom
  %2 = load i32, ptr %arrayidx, align 4, !tbaa !3
  br label %for.cond

for.cond:                                         ; preds = %while.end, %if.end
  %at.0 = phi i32 [ 0, %if.end ], [ %add13, %while.end ]
  %level.0 = phi i32 [ 0, %if.end ], [ %inc, %while.end ]
  %first.0 = phi i32 [ 0, %if.end ], [ %add15, %while.end ]
  %cmp2 = icmp slt i32 %level.0, %levels
  br i1 %cmp2, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %add3 = add nsw i32 %first.0, %at.0
  %conv = sext i32 %add3 to i64
  %conv4 = sext i32 %order to i64
  %mul5 = mul nsw i64 %conv, %conv4
  %add.ptr = getelementptr inbounds i32, ptr %tree, i64 %mul5
  br label %while.cond

while.cond:                                       ; preds = %while.body, %for.body
  %low.0 = phi i32 [ 0, %for.body ], [ %add11, %while.body ]
  %count.0 = phi i32 [ %order, %for.body ], [ %sub, %while.body ]
  %cmp6 = icmp sgt i32 %count.0, 1
  br i1 %cmp6, label %while.body, label %while.end

while.body:                                       ; preds = %while.cond
  %div = sdiv i32 %count.0, 2
  %add7 = add nsw i32 %low.0, %div
  %idxprom8 = sext i32 %add7 to i64
  %arrayidx9 = getelementptr inbounds i32, ptr %add.ptr, i64 %idxprom8
  %3 = load i32, ptr %arrayidx9, align 4, !tbaa !3
  %cmp10 = icmp sle i32 %3, %2
  %div. = select i1 %cmp10, i32 %div, i32 0
  %add11 = add nsw i32 %low.0, %div.
  %sub = sub nsw i32 %count.0, %div
  br label %while.cond, !llvm.loop !7

while.end:                                        ; preds = %while.cond
  %mul12 = mul nsw i32 %at.0, %order
  %add13 = add nsw i32 %mul12, %low.0
  %mul14 = mul nsw i32 %first.0, %order
  %add15 = add nsw i32 %mul14, 1
  %inc = add nsw i32 %level.0, 1
  br label %for.cond, !llvm.loop !9

for.end:                                          ; preds = %for.cond
  %sub16 = sub nsw i32 %first.0, 1
  %conv17 = sext i32 %sub16 to i64
  %conv18 = sext i32 %at.0 to i64
  %add19 = add nsw i64 %conv17, %conv18
  %arrayidx20 = getelementptr inbounds i32, ptr %tree, i64 %add19
  %4 = load i32, ptr %arrayidx20, align 4, !tbaa !3
  %cmp21 = icmp eq i32 %4, %2
  br i1 %cmp21, label %cond.true22, label %cond.end26

cond.true22:                                      ; preds = %for.end
  %arrayidx24 = getelementptr inbounds i32, ptr %value, i64 %conv18
  %5 = load i32, ptr %arrayidx24, align 4, !tbaa !3
  br label %cond.end26

cond.end26:                                       ; preds = %for.end, %cond.true22
  %cond27 = phi i32 [ %5, %cond.true22 ], [ -1, %for.end ]
  %arrayidx29 = getelementptr inbounds i32, ptr %answer, i64 %idxprom
  store i32 %cond27, ptr %arrayidx29, align 4, !tbaa !3
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %cond.end26, %entry
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "nvvm.maxntid"="64" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }

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
