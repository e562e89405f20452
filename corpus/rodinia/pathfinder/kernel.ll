source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@_ZZ10pathfinderE6before = internal addrspace(3) global [256 x i32] undef, align 4

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @pathfinder(ptr noundef %wall, ptr noundef %cost, ptr noundef %next, i32 noundef %cols, i32 noundef %first, i32 noundef %rows, i32 noundef %border) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %mul = mul nsw i32 2, %border
  %sub = sub nsw i32 256, %mul
  %mul2 = mul nsw i32 %1, %sub
  %sub3 = sub nsw i32 %mul2, %border
  %add = add nsw i32 %sub3, %0
  %cmp = icmp sge i32 %add, 0
  %cmp4 = icmp slt i32 %add, %cols
  %spec.select = select i1 %cmp, i1 %cmp4, i1 false
  %cmp5 = icmp sgt i32 %add, 0
  %sub6 = sub nsw i32 %0, 1
  %cond = select i1 %cmp5, i32 %sub6, i32 %0
  %sub7 = sub nsw i32 %cols, 1
  %cmp8 = icmp slt i32 %add, %sub7
  %add10 = add nsw i32 %0, 1
  %cond13 = select i1 %cmp8, i32 %add10, i32 %0
  br i1 %spec.select, label %if.then, label %if.end

if.then:                                          ; preds = %entry
  %cmp14 = icmp eq i32 %first, 0
  br i1 %cmp14, label %cond.end17, label %cond.false16

cond.false16:                                     ; preds = %if.then
  %idxprom = sext i32 %add to i64
  %arrayidx = getelementptr inbounds i32, ptr %cost, i64 %idxprom
  %2 = load i32, ptr %arrayidx, align 4, !tbaa !3
  br label %cond.end17

cond.end17:                                       ; preds = %if.then, %cond.false16
  %cond18 = phi i32 [ %2, %cond.false16 ], [ 0, %if.then ]
  %idxprom19 = sext i32 %0 to i64
  %arrayidx20 = getelementptr inbounds [256 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZ10pathfinderE6before to ptr), i64 0, i64 %idxprom19
  store i32 %cond18, ptr %arrayidx20, align 4, !tbaa !3
  br label %if.end

if.end:                                           ; preds = %cond.end17, %entry
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.cond

for.cond:                                         ; preds = %if.end50, %if.end
  %i.0 = phi i32 [ 0, %if.end ], [ %inc, %if.end50 ]
  %cmp21 = icmp slt i32 %i.0, %rows
  br i1 %cmp21, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %cmp23 = icmp sgt i32 %0, %i.0
  %or.cond = and i1 %spec.select, %cmp23
  br i1 %or.cond, label %land.rhs24, label %land.end27

land.rhs24:                                       ; preds = %for.body
  %sub25 = sub nsw i32 255, %i.0
  %cmp26 = icmp slt i32 %0, %sub25
  br label %land.end27

land.end27:                                       ; preds = %land.rhs24, %for.body
  %3 = phi i1 [ %cmp26, %land.rhs24 ], [ false, %for.body ]
  br i1 %3, label %if.then30, label %if.end45

if.then30:                                        ; preds = %land.end27
  %idxprom31 = sext i32 %0 to i64
  %arrayidx32 = getelementptr inbounds [256 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZ10pathfinderE6before to ptr), i64 0, i64 %idxprom31
  %4 = load i32, ptr %arrayidx32, align 4, !tbaa !3
  %idxprom33 = sext i32 %cond to i64
  %arrayidx34 = getelementptr inbounds [256 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZ10pathfinderE6before to ptr), i64 0, i64 %idxprom33
  %5 = load i32, ptr %arrayidx34, align 4, !tbaa !3
  %idxprom35 = sext i32 %cond13 to i64
  %arrayidx36 = getelementptr inbounds [256 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZ10pathfinderE6before to ptr), i64 0, i64 %idxprom35
  %6 = load i32, ptr %arrayidx36, align 4, !tbaa !3
  %cmp.i = icmp slt i32 %5, %6
  %. = select i1 %cmp.i, i32 %5, i32 %6
  %cmp.i3 = icmp slt i32 %4, %.
  %cond.i5 = select i1 %cmp.i3, i32 %4, i32 %.
  %add39 = add nsw i32 %first, %i.0
  %mul40 = mul nsw i32 %add39, %cols
  %add41 = add nsw i32 %mul40, %add
  %idxprom42 = sext i32 %add41 to i64
  %arrayidx43 = getelementptr inbounds i32, ptr %wall, i64 %idxprom42
  %7 = load i32, ptr %arrayidx43, align 4, !tbaa !3
  %add44 = add nsw i32 %cond.i5, %7
  br label %if.end45

if.end45:                                         ; preds = %if.then30, %land.end27
  %here.0 = phi i32 [ %add44, %if.then30 ], [ 0, %land.end27 ]
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br i1 %3, label %if.then47, label %if.end50

if.then47:                                        ; preds = %if.end45
  %idxprom48 = sext i32 %0 to i64
  %arrayidx49 = getelementptr inbounds [256 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZ10pathfinderE6before to ptr), i64 0, i64 %idxprom48
  store i32 %here.0, ptr %arrayidx49, align 4, !tbaa !3
  br label %if.end50

if.end50:                                         ; preds = %if.then47, %if.end45
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %inc = add nsw i32 %i.0, 1
  br label %for.cond, !llvm.loop !7

for.end:                                          ; preds = %for.cond
  %cmp53 = icmp sge i32 %0, %border
  %or.cond43 = and i1 %spec.select, %cmp53
  %sub55 = sub nsw i32 256, %border
  %cmp56 = icmp slt i32 %0, %sub55
  %or.cond44 = select i1 %or.cond43, i1 %cmp56, i1 false
  br i1 %or.cond44, label %if.then57, label %if.end62

if.then57:                                        ; preds = %for.end
  %idxprom58 = sext i32 %0 to i64
  %arrayidx59 = getelementptr inbounds [256 x i32], ptr addrspacecast (ptr addrspace(3) @_ZZ10pathfinderE6before to ptr), i64 0, i64 %idxprom58
  %8 = load i32, ptr %arrayidx59, align 4, !tbaa !3
  %idxprom60 = sext i32 %add to i64
  %arrayidx61 = getelementptr inbounds i32, ptr %next, i64 %idxprom60
  store i32 %8, ptr %arrayidx61, align 4, !tbaa !3
  br label %if.end62

if.end62:                                         ; preds = %if.then57, %for.end
  ret void
}

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

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
