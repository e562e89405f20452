source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @bias_gelu(ptr noundef %input, ptr noundef %bias, ptr noundef %out, i32 noundef %rows, i32 noundef %columns) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %conv = zext i32 %0 to i64
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %conv2 = zext i32 %1 to i64
  %mul = mul nsw i64 %conv, %conv2
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %conv4 = zext i32 %2 to i64
  %add = add nsw i64 %mul, %conv4
  %conv5 = sext i32 %rows to i64
  %conv6 = sext i32 %columns to i64
  %mul7 = mul nsw i64 %conv5, %conv6
  %cmp = icmp sge i64 %add, %mul7
  br i1 %cmp, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %arrayidx = getelementptr inbounds float, ptr %input, i64 %add
  %3 = load float, ptr %arrayidx, align 4, !tbaa !7
  %rem = srem i64 %add, %conv6
  %arrayidx9 = getelementptr inbounds float, ptr %bias, i64 %rem
  %4 = load float, ptr %arrayidx9, align 4, !tbaa !7
  %add10 = fadd contract float %3, %4
  %mul11 = fmul contract float 0x3FA6E4E260000000, %add10
  %mul12 = fmul contract float %mul11, %add10
  %mul13 = fmul contract float %mul12, %add10
  %add14 = fadd contract float %add10, %mul13
  %mul15 = fmul contract float 0x3FE9884540000000, %add14
  %mul16 = fmul contract float 5.000000e-01, %add10
  %mul.i = fmul contract float 2.000000e+00, %mul15
  %mul.i2 = fmul contract float %mul.i, 0x3FF7154760000000
  %5 = call contract noundef float @llvm.rint.f32(float %mul.i2)
  %6 = call contract noundef float @llvm.maxnum.f32(float %5, float -1.260000e+02)
  %7 = call contract noundef float @llvm.minnum.f32(float %6, float 1.270000e+02)
  %fneg.i = fneg contract float %7
  %8 = call contract noundef float @llvm.fma.f32(float %mul.i, float 0x3FF7154760000000, float %fneg.i)
  %9 = call contract noundef float @llvm.fma.f32(float %mul.i, float 0x3E54AE0C00000000, float %8)
  %10 = call contract float @llvm.nvvm.ex2.approx.f32(float %9)
  %11 = call contract float @llvm.nvvm.ex2.approx.f32(float %7)
  %mul5.i = fmul contract float %10, %11
  %add.i = fadd contract float %mul5.i, 1.000000e+00
  %div.i = fdiv contract float 2.000000e+00, %add.i
  %sub.i = fsub contract float 1.000000e+00, %div.i
  %add18 = fadd contract float 1.000000e+00, %sub.i
  %mul19 = fmul contract float %mul16, %add18
  %arrayidx20 = getelementptr inbounds float, ptr %out, i64 %add
  store float %mul19, ptr %arrayidx20, align 4, !tbaa !7
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %if.end, %entry
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
