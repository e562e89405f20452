source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@_ZZ12srad_speckleE4sums = internal addrspace(3) global [256 x float] undef, align 4
@_ZZ12srad_speckleE7squares = internal addrspace(3) global [256 x float] undef, align 4

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @srad_speckle(ptr noundef %image, ptr noundef %speckle, i32 noundef %cells) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  br label %for.cond

for.cond:                                         ; preds = %for.body, %entry
  %i.0 = phi i32 [ %0, %entry ], [ %add6, %for.body ]
  %square.0 = phi float [ 0.000000e+00, %entry ], [ %add5, %for.body ]
  %sum.0 = phi float [ 0.000000e+00, %entry ], [ %add, %for.body ]
  %cmp = icmp slt i32 %i.0, %cells
  br i1 %cmp, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %idxprom = sext i32 %i.0 to i64
  %arrayidx = getelementptr inbounds float, ptr %image, i64 %idxprom
  %1 = load float, ptr %arrayidx, align 4, !tbaa !7
  %add = fadd contract float %sum.0, %1
  %mul = fmul contract float %1, %1
  %add5 = fadd contract float %square.0, %mul
  %add6 = add nsw i32 %i.0, 256
  br label %for.cond, !llvm.loop !9

for.end:                                          ; preds = %for.cond
  %idxprom7 = sext i32 %0 to i64
  %arrayidx8 = getelementptr inbounds [256 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ12srad_speckleE4sums to ptr), i64 0, i64 %idxprom7
  store float %sum.0, ptr %arrayidx8, align 4, !tbaa !7
  %arrayidx10 = getelementptr inbounds [256 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ12srad_speckleE7squares to ptr), i64 0, i64 %idxprom7
  store float %square.0, ptr %arrayidx10, align 4, !tbaa !7
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.cond11

for.cond11:                                       ; preds = %if.end, %for.end
  %stride.0 = phi i32 [ 128, %for.end ], [ %div, %if.end ]
  %cmp12 = icmp sgt i32 %stride.0, 0
  br i1 %cmp12, label %for.body14, label %for.end29

for.body14:                                       ; preds = %for.cond11
  %cmp15 = icmp slt i32 %0, %stride.0
  br i1 %cmp15, label %if.then, label %if.end

if.then:                                          ; preds = %for.body14
  %add16 = add nsw i32 %0, %stride.0
  %idxprom17 = sext i32 %add16 to i64
  %arrayidx18 = getelementptr inbounds [256 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ12srad_speckleE4sums to ptr), i64 0, i64 %idxprom17
  %2 = load float, ptr %arrayidx18, align 4, !tbaa !7
  %3 = load float, ptr %arrayidx8, align 4, !tbaa !7
  %add21 = fadd contract float %3, %2
  store float %add21, ptr %arrayidx8, align 4, !tbaa !7
  %arrayidx24 = getelementptr inbounds [256 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ12srad_speckleE7squares to ptr), i64 0, i64 %idxprom17
  %4 = load float, ptr %arrayidx24, align 4, !tbaa !7
  %5 = load float, ptr %arrayidx10, align 4, !tbaa !7
  %add27 = fadd contract float %5, %4
  store float %add27, ptr %arrayidx10, align 4, !tbaa !7
  br label %if.end

if.end:                                           ; preds = %if.then, %for.body14
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %div = sdiv i32 %stride.0, 2
  br label %for.cond11, !llvm.loop !11

for.end29:                                        ; preds = %for.cond11
  %cmp30 = icmp eq i32 %0, 0
  br i1 %cmp30, label %if.then31, label %if.end39

if.then31:                                        ; preds = %for.end29
  %6 = load float, ptr addrspacecast (ptr addrspace(3) @_ZZ12srad_speckleE4sums to ptr), align 4, !tbaa !7
  %conv = sitofp i32 %cells to float
  %div32 = fdiv contract float %6, %conv
  %7 = load float, ptr addrspacecast (ptr addrspace(3) @_ZZ12srad_speckleE7squares to ptr), align 4, !tbaa !7
  %div34 = fdiv contract float %7, %conv
  %mul35 = fmul contract float %div32, %div32
  %sub = fsub contract float %div34, %mul35
  %div37 = fdiv contract float %sub, %mul35
  store float %div37, ptr %speckle, align 4, !tbaa !7
  br label %if.end39

if.end39:                                         ; preds = %if.then31, %for.end29
  ret void
}

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #1

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @srad_flow(ptr noundef %image, ptr noundef %speckle, ptr noundef %north, ptr noundef %south, ptr noundef %west, ptr noundef %east, ptr noundef %flow, i32 noundef %rows, i32 noundef %cols) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %4 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.y()
  %mul5 = mul i32 %3, %4
  %5 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %add7 = add i32 %mul5, %5
  %cmp = icmp sge i32 %add, %cols
  %cmp8 = icmp sge i32 %add7, %rows
  %or.cond = or i1 %cmp, %cmp8
  br i1 %or.cond, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %mul9 = mul nsw i32 %add7, %cols
  %add10 = add nsw i32 %mul9, %add
  %idxprom = sext i32 %add10 to i64
  %arrayidx = getelementptr inbounds float, ptr %image, i64 %idxprom
  %6 = load float, ptr %arrayidx, align 4, !tbaa !7
  %cmp11 = icmp sgt i32 %add7, 0
  br i1 %cmp11, label %cond.true, label %cond.end

cond.true:                                        ; preds = %if.end
  %sub = sub nsw i32 %add10, %cols
  %idxprom12 = sext i32 %sub to i64
  %arrayidx13 = getelementptr inbounds float, ptr %image, i64 %idxprom12
  %7 = load float, ptr %arrayidx13, align 4, !tbaa !7
  br label %cond.end

cond.end:                                         ; preds = %if.end, %cond.true
  %cond = phi contract float [ %7, %cond.true ], [ %6, %if.end ]
  %sub14 = fsub contract float %cond, %6
  %sub15 = sub nsw i32 %rows, 1
  %cmp16 = icmp slt i32 %add7, %sub15
  br i1 %cmp16, label %cond.true17, label %cond.end22

cond.true17:                                      ; preds = %cond.end
  %add18 = add nsw i32 %add10, %cols
  %idxprom19 = sext i32 %add18 to i64
  %arrayidx20 = getelementptr inbounds float, ptr %image, i64 %idxprom19
  %8 = load float, ptr %arrayidx20, align 4, !tbaa !7
  br label %cond.end22

cond.end22:                                       ; preds = %cond.end, %cond.true17
  %cond23 = phi contract float [ %8, %cond.true17 ], [ %6, %cond.end ]
  %sub24 = fsub contract float %cond23, %6
  %cmp25 = icmp sgt i32 %add, 0
  br i1 %cmp25, label %cond.true26, label %cond.end31

cond.true26:                                      ; preds = %cond.end22
  %sub27 = sub nsw i32 %add10, 1
  %idxprom28 = sext i32 %sub27 to i64
  %arrayidx29 = getelementptr inbounds float, ptr %image, i64 %idxprom28
  %9 = load float, ptr %arrayidx29, align 4, !tbaa !7
  br label %cond.end31

cond.end31:                                       ; preds = %cond.end22, %cond.true26
  %cond32 = phi contract float [ %9, %cond.true26 ], [ %6, %cond.end22 ]
  %sub33 = fsub contract float %cond32, %6
  %sub34 = sub nsw i32 %cols, 1
  %cmp35 = icmp slt i32 %add, %sub34
  br i1 %cmp35, label %cond.true36, label %cond.end41

cond.true36:                                      ; preds = %cond.end31
  %add37 = add nsw i32 %add10, 1
  %idxprom38 = sext i32 %add37 to i64
  %arrayidx39 = getelementptr inbounds float, ptr %image, i64 %idxprom38
  %10 = load float, ptr %arrayidx39, align 4, !tbaa !7
  br label %cond.end41

cond.end41:                                       ; preds = %cond.end31, %cond.true36
  %cond42 = phi contract float [ %10, %cond.true36 ], [ %6, %cond.end31 ]
  %sub43 = fsub contract float %cond42, %6
  %mul44 = fmul contract float %sub14, %sub14
  %mul45 = fmul contract float %sub24, %sub24
  %add46 = fadd contract float %mul44, %mul45
  %mul47 = fmul contract float %sub33, %sub33
  %add48 = fadd contract float %add46, %mul47
  %mul49 = fmul contract float %sub43, %sub43
  %add50 = fadd contract float %add48, %mul49
  %mul51 = fmul contract float %6, %6
  %div = fdiv contract float %add50, %mul51
  %add52 = fadd contract float %sub14, %sub24
  %add53 = fadd contract float %add52, %sub33
  %add54 = fadd contract float %add53, %sub43
  %div55 = fdiv contract float %add54, %6
  %mul56 = fmul contract float 2.500000e-01, %div55
  %add57 = fadd contract float 1.000000e+00, %mul56
  %mul58 = fmul contract float 5.000000e-01, %div
  %mul59 = fmul contract float %div55, %div55
  %div60 = fdiv contract float %mul59, 1.600000e+01
  %sub61 = fsub contract float %mul58, %div60
  %mul62 = fmul contract float %add57, %add57
  %div63 = fdiv contract float %sub61, %mul62
  %11 = load float, ptr %speckle, align 4, !tbaa !7
  %sub65 = fsub contract float %div63, %11
  %add66 = fadd contract float 1.000000e+00, %11
  %mul67 = fmul contract float %11, %add66
  %div68 = fdiv contract float %sub65, %mul67
  %add69 = fadd contract float 1.000000e+00, %div68
  %div70 = fdiv contract float 1.000000e+00, %add69
  %arrayidx72 = getelementptr inbounds float, ptr %north, i64 %idxprom
  store float %sub14, ptr %arrayidx72, align 4, !tbaa !7
  %arrayidx74 = getelementptr inbounds float, ptr %south, i64 %idxprom
  store float %sub24, ptr %arrayidx74, align 4, !tbaa !7
  %arrayidx76 = getelementptr inbounds float, ptr %west, i64 %idxprom
  store float %sub33, ptr %arrayidx76, align 4, !tbaa !7
  %arrayidx78 = getelementptr inbounds float, ptr %east, i64 %idxprom
  store float %sub43, ptr %arrayidx78, align 4, !tbaa !7
  %12 = call contract noundef float @llvm.maxnum.f32(float %div70, float 0.000000e+00)
  %13 = call contract noundef float @llvm.minnum.f32(float %12, float 1.000000e+00)
  %arrayidx82 = getelementptr inbounds float, ptr %flow, i64 %idxprom
  store float %13, ptr %arrayidx82, align 4, !tbaa !7
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %cond.end41, %entry
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @srad_update(ptr noundef %image, ptr noundef %north, ptr noundef %south, ptr noundef %west, ptr noundef %east, ptr noundef %flow, i32 noundef %rows, i32 noundef %cols) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %0, %1
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %add = add i32 %mul, %2
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %4 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.y()
  %mul5 = mul i32 %3, %4
  %5 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %add7 = add i32 %mul5, %5
  %cmp = icmp sge i32 %add, %cols
  %cmp8 = icmp sge i32 %add7, %rows
  %or.cond = or i1 %cmp, %cmp8
  br i1 %or.cond, label %cleanup.cont, label %if.end

if.end:                                           ; preds = %entry
  %mul9 = mul nsw i32 %add7, %cols
  %add10 = add nsw i32 %mul9, %add
  %idxprom = sext i32 %add10 to i64
  %arrayidx = getelementptr inbounds float, ptr %flow, i64 %idxprom
  %6 = load float, ptr %arrayidx, align 4, !tbaa !7
  %sub = sub nsw i32 %rows, 1
  %cmp11 = icmp slt i32 %add7, %sub
  br i1 %cmp11, label %cond.true, label %cond.end

cond.true:                                        ; preds = %if.end
  %add12 = add nsw i32 %add10, %cols
  %idxprom13 = sext i32 %add12 to i64
  %arrayidx14 = getelementptr inbounds float, ptr %flow, i64 %idxprom13
  %7 = load float, ptr %arrayidx14, align 4, !tbaa !7
  br label %cond.end

cond.end:                                         ; preds = %if.end, %cond.true
  %cond = phi contract float [ %7, %cond.true ], [ %6, %if.end ]
  %sub15 = sub nsw i32 %cols, 1
  %cmp16 = icmp slt i32 %add, %sub15
  br i1 %cmp16, label %cond.true17, label %cond.end22

cond.true17:                                      ; preds = %cond.end
  %add18 = add nsw i32 %add10, 1
  %idxprom19 = sext i32 %add18 to i64
  %arrayidx20 = getelementptr inbounds float, ptr %flow, i64 %idxprom19
  %8 = load float, ptr %arrayidx20, align 4, !tbaa !7
  br label %cond.end22

cond.end22:                                       ; preds = %cond.end, %cond.true17
  %cond23 = phi contract float [ %8, %cond.true17 ], [ %6, %cond.end ]
  %arrayidx25 = getelementptr inbounds float, ptr %north, i64 %idxprom
  %9 = load float, ptr %arrayidx25, align 4, !tbaa !7
  %mul26 = fmul contract float %6, %9
  %arrayidx28 = getelementptr inbounds float, ptr %south, i64 %idxprom
  %10 = load float, ptr %arrayidx28, align 4, !tbaa !7
  %mul29 = fmul contract float %cond, %10
  %add30 = fadd contract float %mul26, %mul29
  %arrayidx32 = getelementptr inbounds float, ptr %west, i64 %idxprom
  %11 = load float, ptr %arrayidx32, align 4, !tbaa !7
  %mul33 = fmul contract float %6, %11
  %add34 = fadd contract float %add30, %mul33
  %arrayidx36 = getelementptr inbounds float, ptr %east, i64 %idxprom
  %12 = load float, ptr %arrayidx36, align 4, !tbaa !7
  %mul37 = fmul contract float %cond23, %12
  %add38 = fadd contract float %add34, %mul37
  %mul39 = fmul contract float 1.250000e-01, %add38
  %arrayidx41 = getelementptr inbounds float, ptr %image, i64 %idxprom
  %13 = load float, ptr %arrayidx41, align 4, !tbaa !7
  %add42 = fadd contract float %13, %mul39
  store float %add42, ptr %arrayidx41, align 4, !tbaa !7
  br label %cleanup.cont

cleanup.cont:                                     ; preds = %cond.end22, %entry
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.y() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.y() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.y() #2

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.minnum.f32(float, float) #3

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.maxnum.f32(float, float) #3

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { convergent nocallback nounwind }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
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
