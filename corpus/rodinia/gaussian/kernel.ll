source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @gaussian_fan1(ptr noundef %a, ptr noundef %factor, i32 noundef %n, i32 noundef %t) #0 {
entry:
  %add = add nsw i32 %t, 1
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add3 = add i32 %mul, %2
  %add4 = add nsw i32 %add, %add3
  %cmp = icmp slt i32 %add4, %n
  br i1 %cmp, label %if.then, label %if.end

if.then:                                          ; preds = %entry
  %mul5 = mul nsw i32 %add4, %n
  %add6 = add nsw i32 %mul5, %t
  %idxprom = sext i32 %add6 to i64
  %arrayidx = getelementptr inbounds float, ptr %a, i64 %idxprom
  %3 = load float, ptr %arrayidx, align 4, !tbaa !7
  %mul7 = mul nsw i32 %t, %n
  %add8 = add nsw i32 %mul7, %t
  %idxprom9 = sext i32 %add8 to i64
  %arrayidx10 = getelementptr inbounds float, ptr %a, i64 %idxprom9
  %4 = load float, ptr %arrayidx10, align 4, !tbaa !7
  %div = fdiv contract float %3, %4
  %idxprom11 = sext i32 %add4 to i64
  %arrayidx12 = getelementptr inbounds float, ptr %factor, i64 %idxprom11
  store float %div, ptr %arrayidx12, align 4, !tbaa !7
  br label %if.end

if.end:                                           ; preds = %if.then, %entry
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @gaussian_fan2(ptr noundef %a, ptr noundef %b, ptr noundef %factor, i32 noundef %n, i32 noundef %t) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %add3 = add nsw i32 %t, %add
  %add4 = add nsw i32 %t, 1
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %4 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.y()
  %mul7 = mul i32 %3, %4
  %5 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %add9 = add i32 %mul7, %5
  %add10 = add nsw i32 %add4, %add9
  %cmp = icmp sge i32 %add10, %n
  %cmp11 = icmp sge i32 %add3, %n
  %or.cond = select i1 %cmp, i1 true, i1 %cmp11
  br i1 %or.cond, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %cmp12 = icmp eq i32 %add3, %t
  br i1 %cmp12, label %if.then13, label %if.else

if.then13:                                        ; preds = %if.end
  %mul14 = mul nsw i32 %add10, %n
  %add15 = add nsw i32 %mul14, %add3
  %idxprom = sext i32 %add15 to i64
  %arrayidx = getelementptr inbounds float, ptr %a, i64 %idxprom
  store float 0.000000e+00, ptr %arrayidx, align 4, !tbaa !7
  %idxprom16 = sext i32 %add10 to i64
  %arrayidx17 = getelementptr inbounds float, ptr %factor, i64 %idxprom16
  %6 = load float, ptr %arrayidx17, align 4, !tbaa !7
  %idxprom18 = sext i32 %t to i64
  %arrayidx19 = getelementptr inbounds float, ptr %b, i64 %idxprom18
  %7 = load float, ptr %arrayidx19, align 4, !tbaa !7
  %mul20 = fmul contract float %6, %7
  %arrayidx22 = getelementptr inbounds float, ptr %b, i64 %idxprom16
  %8 = load float, ptr %arrayidx22, align 4, !tbaa !7
  %sub = fsub contract float %8, %mul20
  store float %sub, ptr %arrayidx22, align 4, !tbaa !7
  br label %cleanup.cont

if.else:                                          ; preds = %if.end
  %idxprom23 = sext i32 %add10 to i64
  %arrayidx24 = getelementptr inbounds float, ptr %factor, i64 %idxprom23
  %9 = load float, ptr %arrayidx24, align 4, !tbaa !7
  %mul25 = mul nsw i32 %t, %n
  %add26 = add nsw i32 %mul25, %add3
  %idxprom27 = sext i32 %add26 to i64
  %arrayidx28 = getelementptr inbounds float, ptr %a, i64 %idxprom27
  %10 = load float, ptr %arrayidx28, align 4, !tbaa !7
  %mul29 = fmul contract float %9, %10
  %mul30 = mul nsw i32 %add10, %n
  %add31 = add nsw i32 %mul30, %add3
  %idxprom32 = sext i32 %add31 to i64
  %arrayidx33 = getelementptr inbounds float, ptr %a, i64 %idxprom32
  %11 = load float, ptr %arrayidx33, align 4, !tbaa !7
  %sub34 = fsub contract float %11, %mul29
  store float %sub34, ptr %arrayidx33, align 4, !tbaa !7
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %entry, %if.else, %if.then13
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

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.y() #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.y() #1

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
