source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @bfs_start(ptr noundef %level, ptr noundef %frontier, ptr noundef %visited, ptr noundef %reached, i32 noundef %nodes, i32 noundef %root) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %cmp = icmp sge i32 %add, %nodes
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %cmp3 = icmp eq i32 %add, %root
  %cond = select i1 %cmp3, i32 0, i32 -1
  %idxprom = sext i32 %add to i64
  %arrayidx = getelementptr inbounds i32, ptr %level, i64 %idxprom
  store i32 %cond, ptr %arrayidx, align 4, !tbaa !3
  %conv = zext i1 %cmp3 to i32
  %arrayidx6 = getelementptr inbounds i32, ptr %frontier, i64 %idxprom
  store i32 %conv, ptr %arrayidx6, align 4, !tbaa !3
  %arrayidx10 = getelementptr inbounds i32, ptr %visited, i64 %idxprom
  store i32 %conv, ptr %arrayidx10, align 4, !tbaa !3
  %arrayidx12 = getelementptr inbounds i32, ptr %reached, i64 %idxprom
  store i32 0, ptr %arrayidx12, align 4, !tbaa !3
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %if.end, %entry
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @bfs_expand(ptr noundef %start, ptr noundef %column, ptr noundef %level, ptr noundef %frontier, ptr noundef %visited, ptr noundef %reached, i32 noundef %nodes, i32 noundef %hop) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %cmp = icmp sge i32 %add, %nodes
  br i1 %cmp, label %cleanup.cont, label %lor.lhs.false

lor.lhs.false:                                    ; preds = %entry
  %idxprom = sext i32 %add to i64
  %arrayidx = getelementptr inbounds i32, ptr %frontier, i64 %idxprom
  %3 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %tobool = icmp ne i32 %3, 0
  br i1 %tobool, label %if.end, label %cleanup.cont

if.end:                                           ; preds = %lor.lhs.false
  store i32 0, ptr %arrayidx, align 4, !tbaa !3
  %arrayidx6 = getelementptr inbounds i32, ptr %start, i64 %idxprom
  %4 = load i32, ptr %arrayidx6, align 4, !tbaa !3
  br label %for.cond

for.cond:                                         ; preds = %for.inc, %if.end
  %edge.0 = phi i32 [ %4, %if.end ], [ %inc, %for.inc ]
  %add7 = add nsw i32 %add, 1
  %idxprom8 = sext i32 %add7 to i64
  %arrayidx9 = getelementptr inbounds i32, ptr %start, i64 %idxprom8
  %5 = load i32, ptr %arrayidx9, align 4, !tbaa !3
  %cmp10 = icmp slt i32 %edge.0, %5
  br i1 %cmp10, label %for.body, label %cleanup.cont

for.body:                                         ; preds = %for.cond
  %idxprom11 = sext i32 %edge.0 to i64
  %arrayidx12 = getelementptr inbounds i32, ptr %column, i64 %idxprom11
  %6 = load i32, ptr %arrayidx12, align 4, !tbaa !3
  %idxprom13 = sext i32 %6 to i64
  %arrayidx14 = getelementptr inbounds i32, ptr %visited, i64 %idxprom13
  %7 = load i32, ptr %arrayidx14, align 4, !tbaa !3
  %tobool15 = icmp ne i32 %7, 0
  br i1 %tobool15, label %for.inc, label %if.then16

if.then16:                                        ; preds = %for.body
  %add17 = add nsw i32 %hop, 1
  %arrayidx19 = getelementptr inbounds i32, ptr %level, i64 %idxprom13
  store i32 %add17, ptr %arrayidx19, align 4, !tbaa !3
  %arrayidx21 = getelementptr inbounds i32, ptr %reached, i64 %idxprom13
  store i32 1, ptr %arrayidx21, align 4, !tbaa !3
  br label %for.inc

for.inc:                                          ; preds = %for.body, %if.then16
  %inc = add nsw i32 %edge.0, 1
  br label %for.cond, !llvm.loop !7

cleanup.cont:                                     ; preds = %lor.lhs.false, %entry, %for.cond
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @bfs_commit(ptr noundef %frontier, ptr noundef %visited, ptr noundef %reached, ptr noundef %again, i32 noundef %nodes) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %cmp = icmp sge i32 %add, %nodes
  br i1 %cmp, label %cleanup.cont, label %lor.lhs.false

lor.lhs.false:                                    ; preds = %entry
  %idxprom = sext i32 %add to i64
  %arrayidx = getelementptr inbounds i32, ptr %reached, i64 %idxprom
  %3 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %tobool = icmp ne i32 %3, 0
  br i1 %tobool, label %if.end, label %cleanup.cont

if.end:                                           ; preds = %lor.lhs.false
  store i32 0, ptr %arrayidx, align 4, !tbaa !3
  %arrayidx6 = getelementptr inbounds i32, ptr %frontier, i64 %idxprom
  store i32 1, ptr %arrayidx6, align 4, !tbaa !3
  %arrayidx8 = getelementptr inbounds i32, ptr %visited, i64 %idxprom
  store i32 1, ptr %arrayidx8, align 4, !tbaa !3
  store i32 1, ptr %again, align 4, !tbaa !3
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %if.end, %lor.lhs.false, %entry
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
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
