source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@_ZZ10btree_findE4next = internal addrspace(3) global i32 undef, align 4

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @btree_find(ptr noundef %tree, ptr noundef %value, ptr noundef %query, ptr noundef %answer, i32 noundef %queries, i32 noundef %order, i32 noundef %levels) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %cmp = icmp sge i32 %0, %queries
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %idxprom = sext i32 %0 to i64
  %arrayidx = getelementptr inbounds i32, ptr %query, i64 %idxprom
  %2 = load i32, ptr %arrayidx, align 4, !tbaa !3
  br label %for.cond

for.cond:                                         ; preds = %if.end8, %if.end
  %node.0 = phi i32 [ 0, %if.end ], [ %5, %if.end8 ]
  %first.0 = phi i32 [ 0, %if.end ], [ %add10, %if.end8 ]
  %level.0 = phi i32 [ 1, %if.end ], [ %inc, %if.end8 ]
  %cmp2 = icmp slt i32 %level.0, %levels
  br i1 %cmp2, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %conv = sext i32 %node.0 to i64
  %conv3 = sext i32 %order to i64
  %mul = mul nsw i64 %conv, %conv3
  %add.ptr = getelementptr inbounds i32, ptr %tree, i64 %mul
  %cmp.i = icmp eq i32 %1, 0
  br i1 %cmp.i, label %land.rhs.i, label %lor.lhs.false.i

lor.lhs.false.i:                                  ; preds = %for.body
  %idxprom.i = sext i32 %1 to i64
  %arrayidx.i = getelementptr inbounds i32, ptr %add.ptr, i64 %idxprom.i
  %3 = load i32, ptr %arrayidx.i, align 4, !tbaa !3
  %cmp1.i = icmp sle i32 %3, %2
  br i1 %cmp1.i, label %land.rhs.i, label %if.end8

land.rhs.i:                                       ; preds = %lor.lhs.false.i, %for.body
  %sub.i = sub nsw i32 %order, 1
  %cmp2.i = icmp eq i32 %1, %sub.i
  br i1 %cmp2.i, label %if.then5, label %lor.rhs.i

lor.rhs.i:                                        ; preds = %land.rhs.i
  %add.i = add nsw i32 %1, 1
  %idxprom3.i = sext i32 %add.i to i64
  %arrayidx4.i = getelementptr inbounds i32, ptr %add.ptr, i64 %idxprom3.i
  %4 = load i32, ptr %arrayidx4.i, align 4, !tbaa !3
  %cmp5.i = icmp slt i32 %2, %4
  br i1 %cmp5.i, label %if.then5, label %if.end8

if.then5:                                         ; preds = %land.rhs.i, %lor.rhs.i
  %mul6 = mul nsw i32 %node.0, %order
  %add = add nsw i32 %mul6, 1
  %add7 = add nsw i32 %add, %1
  store i32 %add7, ptr addrspacecast (ptr addrspace(3) @_ZZ10btree_findE4next to ptr), align 4, !tbaa !3
  br label %if.end8

if.end8:                                          ; preds = %lor.lhs.false.i, %if.then5, %lor.rhs.i
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %5 = load i32, ptr addrspacecast (ptr addrspace(3) @_ZZ10btree_findE4next to ptr), align 4, !tbaa !3
  %mul9 = mul nsw i32 %first.0, %order
  %add10 = add nsw i32 %mul9, 1
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %inc = add nsw i32 %level.0, 1
  br label %for.cond, !llvm.loop !7

for.end:                                          ; preds = %for.cond
  %conv11 = sext i32 %node.0 to i64
  %conv12 = sext i32 %order to i64
  %mul13 = mul nsw i64 %conv11, %conv12
  %add.ptr14 = getelementptr inbounds i32, ptr %tree, i64 %mul13
  %cmp.i5 = icmp eq i32 %1, 0
  br i1 %cmp.i5, label %land.rhs.i10, label %lor.lhs.false.i6

lor.lhs.false.i6:                                 ; preds = %for.end
  %idxprom.i7 = sext i32 %1 to i64
  %arrayidx.i8 = getelementptr inbounds i32, ptr %add.ptr14, i64 %idxprom.i7
  %6 = load i32, ptr %arrayidx.i8, align 4, !tbaa !3
  %cmp1.i9 = icmp sle i32 %6, %2
  br i1 %cmp1.i9, label %land.rhs.i10, label %cleanup.cont

land.rhs.i10:                                     ; preds = %lor.lhs.false.i6, %for.end
  %sub.i11 = sub nsw i32 %order, 1
  %cmp2.i12 = icmp eq i32 %1, %sub.i11
  br i1 %cmp2.i12, label %if.then16, label %lor.rhs.i13

lor.rhs.i13:                                      ; preds = %land.rhs.i10
  %add.i14 = add nsw i32 %1, 1
  %idxprom3.i15 = sext i32 %add.i14 to i64
  %arrayidx4.i16 = getelementptr inbounds i32, ptr %add.ptr14, i64 %idxprom3.i15
  %7 = load i32, ptr %arrayidx4.i16, align 4, !tbaa !3
  %cmp5.i17 = icmp slt i32 %2, %7
  br i1 %cmp5.i17, label %if.then16, label %cleanup.cont

if.then16:                                        ; preds = %land.rhs.i10, %lor.rhs.i13
  %idxprom17 = sext i32 %1 to i64
  %arrayidx18 = getelementptr inbounds i32, ptr %add.ptr14, i64 %idxprom17
  %8 = load i32, ptr %arrayidx18, align 4, !tbaa !3
  %cmp19 = icmp eq i32 %8, %2
  br i1 %cmp19, label %cond.true, label %cond.end

cond.true:                                        ; preds = %if.then16
  %sub = sub nsw i32 %node.0, %first.0
  %mul20 = mul nsw i32 %sub, %order
  %add21 = add nsw i32 %mul20, %1
  %idxprom22 = sext i32 %add21 to i64
  %arrayidx23 = getelementptr inbounds i32, ptr %value, i64 %idxprom22
  %9 = load i32, ptr %arrayidx23, align 4, !tbaa !3
  br label %cond.end

cond.end:                                         ; preds = %if.then16, %cond.true
  %cond = phi i32 [ %9, %cond.true ], [ -1, %if.then16 ]
  %arrayidx25 = getelementptr inbounds i32, ptr %answer, i64 %idxprom
  store i32 %cond, ptr %arrayidx25, align 4, !tbaa !3
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %entry, %lor.lhs.false.i6, %cond.end, %lor.rhs.i13
  ret void
}

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

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
!7 = distinct !{!7, !8}
!8 = !{!"llvm.loop.mustprogress"}
