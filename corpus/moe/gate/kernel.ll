source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @moe_choose(ptr noundef %logits, ptr noundef %expert, ptr noundef %weight, i32 noundef %tokens, i32 noundef %experts) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %cmp = icmp sge i32 %add, %tokens
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %conv = sext i32 %add to i64
  %conv3 = sext i32 %experts to i64
  %mul4 = mul nsw i64 %conv, %conv3
  %add.ptr = getelementptr inbounds float, ptr %logits, i64 %mul4
  %3 = load float, ptr %add.ptr, align 4, !tbaa !7
  br label %for.cond

for.cond:                                         ; preds = %for.body, %if.end
  %highest.0 = phi float [ %3, %if.end ], [ %highest.1, %for.body ]
  %best.0 = phi i32 [ 0, %if.end ], [ %best.1, %for.body ]
  %e.0 = phi i32 [ 1, %if.end ], [ %inc, %for.body ]
  %cmp5 = icmp slt i32 %e.0, %experts
  br i1 %cmp5, label %for.body, label %for.cond13

for.body:                                         ; preds = %for.cond
  %idxprom = sext i32 %e.0 to i64
  %arrayidx6 = getelementptr inbounds float, ptr %add.ptr, i64 %idxprom
  %4 = load float, ptr %arrayidx6, align 4, !tbaa !7
  %cmp7 = fcmp contract ogt float %4, %highest.0
  %highest.1 = select i1 %cmp7, float %4, float %highest.0
  %best.1 = select i1 %cmp7, i32 %e.0, i32 %best.0
  %inc = add nsw i32 %e.0, 1
  br label %for.cond, !llvm.loop !9

for.cond13:                                       ; preds = %for.cond, %for.body16
  %sum.0 = phi float [ %add20, %for.body16 ], [ 0.000000e+00, %for.cond ]
  %e12.0 = phi i32 [ %inc22, %for.body16 ], [ 0, %for.cond ]
  %cmp14 = icmp slt i32 %e12.0, %experts
  br i1 %cmp14, label %for.body16, label %for.end23

for.body16:                                       ; preds = %for.cond13
  %idxprom17 = sext i32 %e12.0 to i64
  %arrayidx18 = getelementptr inbounds float, ptr %add.ptr, i64 %idxprom17
  %5 = load float, ptr %arrayidx18, align 4, !tbaa !7
  %sub = fsub contract float %5, %highest.0
  %mul.i = fmul contract float %sub, 0x3FF7154760000000
  %6 = call contract noundef float @llvm.rint.f32(float %mul.i)
  %7 = call contract noundef float @llvm.maxnum.f32(float %6, float -1.260000e+02)
  %8 = call contract noundef float @llvm.minnum.f32(float %7, float 1.270000e+02)
  %fneg.i = fneg contract float %8
  %9 = call contract noundef float @llvm.fma.f32(float %sub, float 0x3FF7154760000000, float %fneg.i)
  %10 = call contract noundef float @llvm.fma.f32(float %sub, float 0x3E54AE0C00000000, float %9)
  %11 = call contract float @llvm.nvvm.ex2.approx.f32(float %10)
  %12 = call contract float @llvm.nvvm.ex2.approx.f32(float %8)
  %mul5.i = fmul contract float %11, %12
  %add20 = fadd contract float %sum.0, %mul5.i
  %inc22 = add nsw i32 %e12.0, 1
  br label %for.cond13, !llvm.loop !11

for.end23:                                        ; preds = %for.cond13
  %arrayidx25 = getelementptr inbounds i32, ptr %expert, i64 %conv
  store i32 %best.0, ptr %arrayidx25, align 4, !tbaa !3
  %div = fdiv contract float 1.000000e+00, %sum.0
  %arrayidx27 = getelementptr inbounds float, ptr %weight, i64 %conv
  store float %div, ptr %arrayidx27, align 4, !tbaa !7
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %for.end23, %entry
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @moe_place(ptr noundef %expert, ptr noundef %weight, ptr noundef %position, ptr noundef %load, i32 noundef %tokens, i32 noundef %experts, i32 noundef %capacity) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %cmp = icmp sge i32 %add, %experts
  br i1 %cmp, label %cleanup.cont, label %for.cond

for.cond:                                         ; preds = %entry, %for.inc
  %count.0 = phi i32 [ %count.1, %for.inc ], [ 0, %entry ]
  %token.0 = phi i32 [ %inc16, %for.inc ], [ 0, %entry ]
  %cmp3 = icmp slt i32 %token.0, %tokens
  br i1 %cmp3, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %idxprom = sext i32 %token.0 to i64
  %arrayidx = getelementptr inbounds i32, ptr %expert, i64 %idxprom
  %3 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %cmp4 = icmp eq i32 %3, %add
  br i1 %cmp4, label %if.then5, label %for.inc

if.then5:                                         ; preds = %for.body
  %cmp6 = icmp slt i32 %count.0, %capacity
  br i1 %cmp6, label %if.then7, label %if.else

if.then7:                                         ; preds = %if.then5
  %arrayidx9 = getelementptr inbounds i32, ptr %position, i64 %idxprom
  store i32 %count.0, ptr %arrayidx9, align 4, !tbaa !3
  br label %if.end14

if.else:                                          ; preds = %if.then5
  %arrayidx11 = getelementptr inbounds i32, ptr %position, i64 %idxprom
  store i32 -1, ptr %arrayidx11, align 4, !tbaa !3
  %arrayidx13 = getelementptr inbounds float, ptr %weight, i64 %idxprom
  store float 0.000000e+00, ptr %arrayidx13, align 4, !tbaa !7
  br label %if.end14

if.end14:                                         ; preds = %if.else, %if.then7
  %inc = add nsw i32 %count.0, 1
  br label %for.inc

for.inc:                                          ; preds = %for.body, %if.end14
  %count.1 = phi i32 [ %inc, %if.end14 ], [ %count.0, %for.body ]
  %inc16 = add nsw i32 %token.0, 1
  br label %for.cond, !llvm.loop !12

for.end:                                          ; preds = %for.cond
  %idxprom17 = sext i32 %add to i64
  %arrayidx18 = getelementptr inbounds i32, ptr %load, i64 %idxprom17
  store i32 %count.0, ptr %arrayidx18, align 4, !tbaa !3
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %for.end, %entry
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(none)
declare float @llvm.nvvm.ex2.approx.f32(float) #2

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.minnum.f32(float, float) #3

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.maxnum.f32(float, float) #3

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.rint.f32(float) #3

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.fma.f32(float, float, float) #3

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #2 = { nocallback nofree nosync nounwind willreturn memory(none) }
attributes #3 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }

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
