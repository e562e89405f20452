source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @conv3x3(ptr noundef %input, ptr noundef %weights, ptr noundef %out, i32 noundef %images, i32 noundef %channels, i32 noundef %outputs, i32 noundef %height, i32 noundef %width) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %mul4 = mul nsw i32 %images, %height
  %mul5 = mul nsw i32 %mul4, %width
  %cmp = icmp sge i32 %add, %mul5
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %mul6 = mul nsw i32 %height, %width
  %div = sdiv i32 %add, %mul6
  %div7 = sdiv i32 %add, %width
  %rem = srem i32 %div7, %height
  %rem8 = srem i32 %add, %width
  br label %for.cond

for.cond:                                         ; preds = %for.inc51, %if.end
  %channel.0 = phi i32 [ 0, %if.end ], [ %inc52, %for.inc51 ]
  %sum.0 = phi float [ 0.000000e+00, %if.end ], [ %sum.1, %for.inc51 ]
  %cmp9 = icmp slt i32 %channel.0, %channels
  br i1 %cmp9, label %for.body, label %for.end53

for.body:                                         ; preds = %for.cond
  %mul10 = mul nsw i32 %div, %channels
  %add11 = add nsw i32 %mul10, %channel.0
  %conv = sext i32 %add11 to i64
  %conv12 = sext i32 %height to i64
  %mul13 = mul nsw i64 %conv, %conv12
  %conv14 = sext i32 %width to i64
  %mul15 = mul nsw i64 %mul13, %conv14
  %add.ptr = getelementptr inbounds float, ptr %input, i64 %mul15
  %mul16 = mul nsw i32 %3, %channels
  %add17 = add nsw i32 %mul16, %channel.0
  %conv18 = sext i32 %add17 to i64
  %mul19 = mul nsw i64 %conv18, 9
  %add.ptr20 = getelementptr inbounds float, ptr %weights, i64 %mul19
  br label %for.cond21

for.cond21:                                       ; preds = %for.inc48, %for.body
  %i.0 = phi i32 [ 0, %for.body ], [ %inc49, %for.inc48 ]
  %sum.1 = phi float [ %sum.0, %for.body ], [ %sum.2, %for.inc48 ]
  %cmp22 = icmp slt i32 %i.0, 3
  br i1 %cmp22, label %for.cond25, label %for.inc51

for.cond25:                                       ; preds = %for.cond21, %for.inc
  %j.0 = phi i32 [ %inc, %for.inc ], [ 0, %for.cond21 ]
  %sum.2 = phi float [ %sum.3, %for.inc ], [ %sum.1, %for.cond21 ]
  %cmp26 = icmp slt i32 %j.0, 3
  br i1 %cmp26, label %for.body28, label %for.inc48

for.body28:                                       ; preds = %for.cond25
  %add29 = add nsw i32 %rem, %i.0
  %sub = sub nsw i32 %add29, 1
  %add30 = add nsw i32 %rem8, %j.0
  %sub31 = sub nsw i32 %add30, 1
  %cmp32 = icmp sge i32 %sub, 0
  %cmp33 = icmp slt i32 %sub, %height
  %or.cond = and i1 %cmp32, %cmp33
  %cmp35 = icmp sge i32 %sub31, 0
  %or.cond36 = select i1 %or.cond, i1 %cmp35, i1 false
  %cmp37 = icmp slt i32 %sub31, %width
  %or.cond37 = select i1 %or.cond36, i1 %cmp37, i1 false
  br i1 %or.cond37, label %if.then38, label %for.inc

if.then38:                                        ; preds = %for.body28
  %mul39 = mul nsw i32 %sub, %width
  %add40 = add nsw i32 %mul39, %sub31
  %idxprom = sext i32 %add40 to i64
  %arrayidx = getelementptr inbounds float, ptr %add.ptr, i64 %idxprom
  %4 = load float, ptr %arrayidx, align 4, !tbaa !7
  %mul41 = mul nsw i32 %i.0, 3
  %add42 = add nsw i32 %mul41, %j.0
  %idxprom43 = sext i32 %add42 to i64
  %arrayidx44 = getelementptr inbounds float, ptr %add.ptr20, i64 %idxprom43
  %5 = load float, ptr %arrayidx44, align 4, !tbaa !7
  %mul45 = fmul contract float %4, %5
  %add46 = fadd contract float %sum.2, %mul45
  br label %for.inc

for.inc:                                          ; preds = %for.body28, %if.then38
  %sum.3 = phi float [ %add46, %if.then38 ], [ %sum.2, %for.body28 ]
  %inc = add nsw i32 %j.0, 1
  br label %for.cond25, !llvm.loop !9

for.inc48:                                        ; preds = %for.cond25
  %inc49 = add nsw i32 %i.0, 1
  br label %for.cond21, !llvm.loop !11

for.inc51:                                        ; preds = %for.cond21
  %inc52 = add nsw i32 %channel.0, 1
  br label %for.cond, !llvm.loop !12

for.end53:                                        ; preds = %for.cond
  %mul54 = mul nsw i32 %div, %outputs
  %add55 = add nsw i32 %mul54, %3
  %conv56 = sext i32 %add55 to i64
  %conv57 = sext i32 %height to i64
  %mul58 = mul nsw i64 %conv56, %conv57
  %conv59 = sext i32 %rem to i64
  %add60 = add nsw i64 %mul58, %conv59
  %conv61 = sext i32 %width to i64
  %mul62 = mul nsw i64 %add60, %conv61
  %conv63 = sext i32 %rem8 to i64
  %add64 = add nsw i64 %mul62, %conv63
  %arrayidx65 = getelementptr inbounds float, ptr %out, i64 %add64
  store float %sum.0, ptr %arrayidx65, align 4, !tbaa !7
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %for.end53, %entry
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.y() #1

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
!7 = !{!8, !8, i64 0}
!8 = !{!"float", !5, i64 0}
!9 = distinct !{!9, !10}
!10 = !{!"llvm.loop.mustprogress"}
!11 = distinct !{!11, !10}
!12 = distinct !{!12, !10}
