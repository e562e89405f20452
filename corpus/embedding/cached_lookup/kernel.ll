source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @cached_lookup(ptr noundef %tags, ptr noundef %cache, ptr noundef %table, ptr noundef %index, ptr noundef %start, ptr noundef %out, i32 noundef %sets, i32 noundef %dim) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  br label %for.cond

for.cond:                                         ; preds = %for.end33, %entry
  %col.0 = phi i32 [ %1, %entry ], [ %add42, %for.end33 ]
  %cmp = icmp slt i32 %col.0, %dim
  br i1 %cmp, label %for.body, label %for.end44

for.body:                                         ; preds = %for.cond
  %idxprom = sext i32 %0 to i64
  %arrayidx = getelementptr inbounds i32, ptr %start, i64 %idxprom
  %2 = load i32, ptr %arrayidx, align 4, !tbaa !3
  br label %for.cond2

for.cond2:                                        ; preds = %for.end, %for.body
  %sum.0 = phi float [ 0.000000e+00, %for.body ], [ %add29, %for.end ]
  %i.0 = phi i32 [ %2, %for.body ], [ %inc31, %for.end ]
  %add = add nsw i32 %0, 1
  %idxprom3 = sext i32 %add to i64
  %arrayidx4 = getelementptr inbounds i32, ptr %start, i64 %idxprom3
  %3 = load i32, ptr %arrayidx4, align 4, !tbaa !3
  %cmp5 = icmp slt i32 %i.0, %3
  br i1 %cmp5, label %for.body7, label %for.end33

for.body7:                                        ; preds = %for.cond2
  %idxprom8 = sext i32 %i.0 to i64
  %arrayidx9 = getelementptr inbounds i32, ptr %index, i64 %idxprom8
  %4 = load i32, ptr %arrayidx9, align 4, !tbaa !3
  %conv.i = sext i32 %4 to i64
  %shr.i = lshr i64 %conv.i, 33
  %xor.i = xor i64 %conv.i, %shr.i
  %mul.i = mul i64 %xor.i, -49064778989728563
  %shr1.i = lshr i64 %mul.i, 33
  %xor2.i = xor i64 %mul.i, %shr1.i
  %mul3.i = mul i64 %xor2.i, -4265267296055464877
  %shr4.i = lshr i64 %mul3.i, 33
  %xor5.i = xor i64 %mul3.i, %shr4.i
  %conv6.i = sext i32 %sets to i64
  %rem.i = urem i64 %xor5.i, %conv6.i
  %conv7.i = trunc i64 %rem.i to i32
  %conv11 = sext i32 %dim to i64
  %mul = mul nsw i64 %conv.i, %conv11
  %add.ptr = getelementptr inbounds float, ptr %table, i64 %mul
  br label %for.cond12

for.cond12:                                       ; preds = %for.inc, %for.body7
  %way.0 = phi i32 [ 0, %for.body7 ], [ %inc, %for.inc ]
  %cmp13 = icmp slt i32 %way.0, 32
  br i1 %cmp13, label %for.body15, label %for.end

for.body15:                                       ; preds = %for.cond12
  %mul16 = mul nsw i32 %conv7.i, 32
  %add17 = add nsw i32 %mul16, %way.0
  %idxprom18 = sext i32 %add17 to i64
  %arrayidx19 = getelementptr inbounds i32, ptr %tags, i64 %idxprom18
  %5 = load i32, ptr %arrayidx19, align 4, !tbaa !3
  %cmp20 = icmp eq i32 %5, %4
  br i1 %cmp20, label %if.then, label %for.inc

if.then:                                          ; preds = %for.body15
  %mul25 = mul nsw i64 %idxprom18, %conv11
  %add.ptr26 = getelementptr inbounds float, ptr %cache, i64 %mul25
  br label %for.end

for.inc:                                          ; preds = %for.body15
  %inc = add nsw i32 %way.0, 1
  br label %for.cond12, !llvm.loop !7

for.end:                                          ; preds = %if.then, %for.cond12
  %from.0 = phi ptr [ %add.ptr26, %if.then ], [ %add.ptr, %for.cond12 ]
  %idxprom27 = sext i32 %col.0 to i64
  %arrayidx28 = getelementptr inbounds float, ptr %from.0, i64 %idxprom27
  %6 = load float, ptr %arrayidx28, align 4, !tbaa !9
  %add29 = fadd contract float %sum.0, %6
  %inc31 = add nsw i32 %i.0, 1
  br label %for.cond2, !llvm.loop !11

for.end33:                                        ; preds = %for.cond2
  %conv35 = sext i32 %dim to i64
  %mul36 = mul nsw i64 %idxprom, %conv35
  %conv37 = sext i32 %col.0 to i64
  %add38 = add nsw i64 %mul36, %conv37
  %arrayidx39 = getelementptr inbounds float, ptr %out, i64 %add38
  store float %sum.0, ptr %arrayidx39, align 4, !tbaa !9
  %7 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %add42 = add i32 %col.0, %7
  br label %for.cond, !llvm.loop !12

for.end44:                                        ; preds = %for.cond
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #1

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
!9 = !{!10, !10, i64 0}
!10 = !{!"float", !5, i64 0}
!11 = distinct !{!11, !8}
!12 = distinct !{!12, !8}
