source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@partial = external dso_local addrspace(3) global [0 x float], align 4

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @softmax_context(ptr noundef %scores, ptr noundef %out, i32 noundef %queries, i32 noundef %keys, i32 noundef %dim) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %conv = zext i32 %2 to i64
  %conv3 = sext i32 %queries to i64
  %mul = mul nsw i64 %conv, %conv3
  %conv4 = sext i32 %1 to i64
  %add = add nsw i64 %mul, %conv4
  %conv5 = sext i32 %keys to i64
  %mul6 = mul nsw i64 %add, %conv5
  %add7 = add nsw i32 %1, %keys
  %sub = sub nsw i32 %add7, %queries
  %conv8 = sitofp i32 %dim to float
  %3 = call contract noundef float @llvm.nvvm.sqrt.rn.f(float %conv8)
  %div = fdiv contract float 1.000000e+00, %3
  br label %for.cond

for.cond:                                         ; preds = %cond.end, %entry
  %j.0 = phi i32 [ %0, %entry ], [ %add16, %cond.end ]
  %highest.0 = phi float [ 0xFFF0000000000000, %entry ], [ %5, %cond.end ]
  %cmp = icmp slt i32 %j.0, %keys
  br i1 %cmp, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %cmp10 = icmp sle i32 %j.0, %sub
  br i1 %cmp10, label %cond.true, label %cond.end

cond.true:                                        ; preds = %for.body
  %conv11 = sext i32 %j.0 to i64
  %add12 = add nsw i64 %mul6, %conv11
  %arrayidx = getelementptr inbounds float, ptr %scores, i64 %add12
  %4 = load float, ptr %arrayidx, align 4, !tbaa !7
  %mul13 = fmul contract float %4, %div
  br label %cond.end

cond.end:                                         ; preds = %for.body, %cond.true
  %cond = phi contract float [ %mul13, %cond.true ], [ 0xFFF0000000000000, %for.body ]
  %5 = call contract noundef float @llvm.maxnum.f32(float %highest.0, float %cond)
  %6 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %add16 = add i32 %j.0, %6
  br label %for.cond, !llvm.loop !9

for.end:                                          ; preds = %for.cond
  %idxprom = sext i32 %0 to i64
  %arrayidx17 = getelementptr inbounds [0 x float], ptr addrspacecast (ptr addrspace(3) @partial to ptr), i64 0, i64 %idxprom
  store float %highest.0, ptr %arrayidx17, align 4, !tbaa !7
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %7 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %div19 = udiv i32 %7, 2
  br label %for.cond20

for.cond20:                                       ; preds = %if.end, %for.end
  %half.0 = phi i32 [ %div19, %for.end ], [ %div34, %if.end ]
  %cmp21 = icmp sgt i32 %half.0, 0
  br i1 %cmp21, label %for.body23, label %for.end35

for.body23:                                       ; preds = %for.cond20
  %cmp24 = icmp slt i32 %0, %half.0
  br i1 %cmp24, label %if.then, label %if.end

if.then:                                          ; preds = %for.body23
  %8 = load float, ptr %arrayidx17, align 4, !tbaa !7
  %add27 = add nsw i32 %0, %half.0
  %idxprom28 = sext i32 %add27 to i64
  %arrayidx29 = getelementptr inbounds [0 x float], ptr addrspacecast (ptr addrspace(3) @partial to ptr), i64 0, i64 %idxprom28
  %9 = load float, ptr %arrayidx29, align 4, !tbaa !7
  %10 = call contract noundef float @llvm.maxnum.f32(float %8, float %9)
  store float %10, ptr %arrayidx17, align 4, !tbaa !7
  br label %if.end

if.end:                                           ; preds = %if.then, %for.body23
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %div34 = sdiv i32 %half.0, 2
  br label %for.cond20, !llvm.loop !11

for.end35:                                        ; preds = %for.cond20
  %11 = load float, ptr addrspacecast (ptr addrspace(3) @partial to ptr), align 4, !tbaa !7
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.cond37

for.cond37:                                       ; preds = %cond.end49, %for.end35
  %sum.0 = phi float [ 0.000000e+00, %for.end35 ], [ %add53, %cond.end49 ]
  %j36.0 = phi i32 [ %0, %for.end35 ], [ %add56, %cond.end49 ]
  %cmp38 = icmp slt i32 %j36.0, %keys
  br i1 %cmp38, label %for.body40, label %for.end57

for.body40:                                       ; preds = %for.cond37
  %cmp42 = icmp sle i32 %j36.0, %sub
  br i1 %cmp42, label %cond.true43, label %cond.end49

cond.true43:                                      ; preds = %for.body40
  %conv44 = sext i32 %j36.0 to i64
  %add45 = add nsw i64 %mul6, %conv44
  %arrayidx46 = getelementptr inbounds float, ptr %scores, i64 %add45
  %12 = load float, ptr %arrayidx46, align 4, !tbaa !7
  %mul47 = fmul contract float %12, %div
  br label %cond.end49

cond.end49:                                       ; preds = %for.body40, %cond.true43
  %cond50 = phi contract float [ %mul47, %cond.true43 ], [ 0xFFF0000000000000, %for.body40 ]
  %sub51 = fsub contract float %cond50, %11
  %mul.i = fmul contract float %sub51, 0x3FF7154760000000
  %13 = call contract noundef float @llvm.rint.f32(float %mul.i)
  %14 = call contract noundef float @llvm.maxnum.f32(float %13, float -1.260000e+02)
  %15 = call contract noundef float @llvm.minnum.f32(float %14, float 1.270000e+02)
  %fneg.i = fneg contract float %15
  %16 = call contract noundef float @llvm.fma.f32(float %sub51, float 0x3FF7154760000000, float %fneg.i)
  %17 = call contract noundef float @llvm.fma.f32(float %sub51, float 0x3E54AE0C00000000, float %16)
  %18 = call contract float @llvm.nvvm.ex2.approx.f32(float %17)
  %19 = call contract float @llvm.nvvm.ex2.approx.f32(float %15)
  %mul5.i = fmul contract float %18, %19
  %add53 = fadd contract float %sum.0, %mul5.i
  %add56 = add i32 %j36.0, %7
  br label %for.cond37, !llvm.loop !12

for.end57:                                        ; preds = %for.cond37
  store float %sum.0, ptr %arrayidx17, align 4, !tbaa !7
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.cond63

for.cond63:                                       ; preds = %if.end75, %for.end57
  %half60.0 = phi i32 [ %div19, %for.end57 ], [ %div77, %if.end75 ]
  %cmp64 = icmp sgt i32 %half60.0, 0
  br i1 %cmp64, label %for.body66, label %for.end78

for.body66:                                       ; preds = %for.cond63
  %cmp67 = icmp slt i32 %0, %half60.0
  br i1 %cmp67, label %if.then68, label %if.end75

if.then68:                                        ; preds = %for.body66
  %add69 = add nsw i32 %0, %half60.0
  %idxprom70 = sext i32 %add69 to i64
  %arrayidx71 = getelementptr inbounds [0 x float], ptr addrspacecast (ptr addrspace(3) @partial to ptr), i64 0, i64 %idxprom70
  %20 = load float, ptr %arrayidx71, align 4, !tbaa !7
  %21 = load float, ptr %arrayidx17, align 4, !tbaa !7
  %add74 = fadd contract float %21, %20
  store float %add74, ptr %arrayidx17, align 4, !tbaa !7
  br label %if.end75

if.end75:                                         ; preds = %if.then68, %for.body66
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %div77 = sdiv i32 %half60.0, 2
  br label %for.cond63, !llvm.loop !13

for.end78:                                        ; preds = %for.cond63
  %22 = load float, ptr addrspacecast (ptr addrspace(3) @partial to ptr), align 4, !tbaa !7
  br label %for.cond80

for.cond80:                                       ; preds = %cond.end92, %for.end78
  %j79.0 = phi i32 [ %0, %for.end78 ], [ %add102, %cond.end92 ]
  %cmp81 = icmp slt i32 %j79.0, %keys
  br i1 %cmp81, label %for.body83, label %for.end103

for.body83:                                       ; preds = %for.cond80
  %cmp85 = icmp sle i32 %j79.0, %sub
  br i1 %cmp85, label %cond.true86, label %cond.end92

cond.true86:                                      ; preds = %for.body83
  %conv87 = sext i32 %j79.0 to i64
  %add88 = add nsw i64 %mul6, %conv87
  %arrayidx89 = getelementptr inbounds float, ptr %scores, i64 %add88
  %23 = load float, ptr %arrayidx89, align 4, !tbaa !7
  %mul90 = fmul contract float %23, %div
  br label %cond.end92

cond.end92:                                       ; preds = %for.body83, %cond.true86
  %cond93 = phi contract float [ %mul90, %cond.true86 ], [ 0xFFF0000000000000, %for.body83 ]
  %sub94 = fsub contract float %cond93, %11
  %mul.i12 = fmul contract float %sub94, 0x3FF7154760000000
  %24 = call contract noundef float @llvm.rint.f32(float %mul.i12)
  %25 = call contract noundef float @llvm.maxnum.f32(float %24, float -1.260000e+02)
  %26 = call contract noundef float @llvm.minnum.f32(float %25, float 1.270000e+02)
  %fneg.i15 = fneg contract float %26
  %27 = call contract noundef float @llvm.fma.f32(float %sub94, float 0x3FF7154760000000, float %fneg.i15)
  %28 = call contract noundef float @llvm.fma.f32(float %sub94, float 0x3E54AE0C00000000, float %27)
  %29 = call contract float @llvm.nvvm.ex2.approx.f32(float %28)
  %30 = call contract float @llvm.nvvm.ex2.approx.f32(float %26)
  %mul5.i18 = fmul contract float %29, %30
  %div96 = fdiv contract float %mul5.i18, %22
  %conv97 = sext i32 %j79.0 to i64
  %add98 = add nsw i64 %mul6, %conv97
  %arrayidx99 = getelementptr inbounds float, ptr %out, i64 %add98
  store float %div96, ptr %arrayidx99, align 4, !tbaa !7
  %add102 = add i32 %j79.0, %7
  br label %for.cond80, !llvm.loop !14

for.end103:                                       ; preds = %for.cond80
  ret void
}

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.y() #2

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(none)
declare float @llvm.nvvm.sqrt.rn.f(float) #3

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.maxnum.f32(float, float) #4

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #2

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(none)
declare float @llvm.nvvm.ex2.approx.f32(float) #3

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.minnum.f32(float, float) #4

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.rint.f32(float) #4

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.fma.f32(float, float, float) #4

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { convergent nocallback nounwind }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #3 = { nocallback nofree nosync nounwind willreturn memory(none) }
attributes #4 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }

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
!13 = distinct !{!13, !10}
!14 = distinct !{!14, !10}
