source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @moe_clear(ptr noundef %slots, i32 noundef %elements) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %cmp = icmp slt i32 %add, %elements
  br i1 %cmp, label %if.then, label %if.end

if.then:                                          ; preds = %entry
  %idxprom = sext i32 %add to i64
  %arrayidx = getelementptr inbounds float, ptr %slots, i64 %idxprom
  store float 0.000000e+00, ptr %arrayidx, align 4, !tbaa !7
  br label %if.end

if.end:                                           ; preds = %if.then, %entry
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @moe_scatter(ptr noundef %tokens, ptr noundef %expert, ptr noundef %position, ptr noundef %slots, i32 noundef %capacity, i32 noundef %width) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %idxprom = sext i32 %0 to i64
  %arrayidx = getelementptr inbounds i32, ptr %position, i64 %idxprom
  %1 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %cmp = icmp slt i32 %1, 0
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  br label %for.cond

for.cond:                                         ; preds = %for.body, %if.end
  %col.0 = phi i32 [ %2, %if.end ], [ %add21, %for.body ]
  %cmp2 = icmp slt i32 %col.0, %width
  br i1 %cmp2, label %for.body, label %cleanup.cont

for.body:                                         ; preds = %for.cond
  %conv3 = sext i32 %width to i64
  %mul = mul nsw i64 %idxprom, %conv3
  %conv4 = sext i32 %col.0 to i64
  %add = add nsw i64 %mul, %conv4
  %arrayidx5 = getelementptr inbounds float, ptr %tokens, i64 %add
  %3 = load float, ptr %arrayidx5, align 4, !tbaa !7
  %arrayidx7 = getelementptr inbounds i32, ptr %expert, i64 %idxprom
  %4 = load i32, ptr %arrayidx7, align 4, !tbaa !3
  %conv8 = sext i32 %4 to i64
  %conv9 = sext i32 %capacity to i64
  %mul10 = mul nsw i64 %conv8, %conv9
  %5 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %conv13 = sext i32 %5 to i64
  %add14 = add nsw i64 %mul10, %conv13
  %mul16 = mul nsw i64 %add14, %conv3
  %add18 = add nsw i64 %mul16, %conv4
  %arrayidx19 = getelementptr inbounds float, ptr %slots, i64 %add18
  store float %3, ptr %arrayidx19, align 4, !tbaa !7
  %6 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %add21 = add i32 %col.0, %6
  br label %for.cond, !llvm.loop !9

cleanup.cont:                                     ; preds = %entry, %for.cond
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @moe_combine(ptr noundef %answers, ptr noundef %expert, ptr noundef %position, ptr noundef %weight, ptr noundef %out, i32 noundef %capacity, i32 noundef %width) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  br label %for.cond

for.cond:                                         ; preds = %if.end, %entry
  %col.0 = phi i32 [ %1, %entry ], [ %add24, %if.end ]
  %cmp = icmp slt i32 %col.0, %width
  br i1 %cmp, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %idxprom = sext i32 %0 to i64
  %arrayidx = getelementptr inbounds i32, ptr %position, i64 %idxprom
  %2 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %cmp2 = icmp sge i32 %2, 0
  br i1 %cmp2, label %if.then, label %if.end

if.then:                                          ; preds = %for.body
  %arrayidx4 = getelementptr inbounds float, ptr %weight, i64 %idxprom
  %3 = load float, ptr %arrayidx4, align 4, !tbaa !7
  %arrayidx6 = getelementptr inbounds i32, ptr %expert, i64 %idxprom
  %4 = load i32, ptr %arrayidx6, align 4, !tbaa !3
  %conv = sext i32 %4 to i64
  %conv7 = sext i32 %capacity to i64
  %mul = mul nsw i64 %conv, %conv7
  %conv10 = sext i32 %2 to i64
  %add = add nsw i64 %mul, %conv10
  %conv11 = sext i32 %width to i64
  %mul12 = mul nsw i64 %add, %conv11
  %conv13 = sext i32 %col.0 to i64
  %add14 = add nsw i64 %mul12, %conv13
  %arrayidx15 = getelementptr inbounds float, ptr %answers, i64 %add14
  %5 = load float, ptr %arrayidx15, align 4, !tbaa !7
  %mul16 = fmul contract float %3, %5
  br label %if.end

if.end:                                           ; preds = %if.then, %for.body
  %value.0 = phi float [ %mul16, %if.then ], [ 0.000000e+00, %for.body ]
  %conv18 = sext i32 %width to i64
  %mul19 = mul nsw i64 %idxprom, %conv18
  %conv20 = sext i32 %col.0 to i64
  %add21 = add nsw i64 %mul19, %conv20
  %arrayidx22 = getelementptr inbounds float, ptr %out, i64 %add21
  store float %value.0, ptr %arrayidx22, align 4, !tbaa !7
  %6 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %add24 = add i32 %col.0, %6
  br label %for.cond, !llvm.loop !11

for.end:                                          ; preds = %for.cond
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
!7 = !{!8, !8, i64 0}
!8 = !{!"float", !5, i64 0}
!9 = distinct !{!9, !10}
!10 = !{!"llvm.loop.mustprogress"}
!11 = distinct !{!11, !10}
