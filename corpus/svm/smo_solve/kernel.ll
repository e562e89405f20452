source_filename = "kernel.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@_ZZ9smo_solveE5value = internal addrspace(3) global [1024 x float] undef, align 4
@_ZZ9smo_solveE5index = internal addrspace(3) global [1024 x i32] undef, align 4
@_ZZ9smo_solveE6room_i = internal addrspace(3) global float undef, align 4
@_ZZ9smo_solveE6room_j = internal addrspace(3) global float undef, align 4
@_ZZ9smo_solveE6step_j = internal addrspace(3) global float undef, align 4

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @smo_solve(ptr noundef %kernel, ptr noundef %label, ptr noundef %f, ptr noundef %alpha, ptr noundef %gap, i32 noundef %points, float noundef %cost, float noundef %eps, i32 noundef %most_steps) #0 {
entry:
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %idxprom = sext i32 %0 to i64
  %arrayidx = getelementptr inbounds i32, ptr %label, i64 %idxprom
  %1 = load i32, ptr %arrayidx, align 4, !tbaa !3
  %cmp = icmp sgt i32 %1, 0
  %cond = select contract i1 %cmp, float 1.000000e+00, float -1.000000e+00
  %mul = mul nsw i32 %0, %points
  %add = add nsw i32 %mul, %0
  %idxprom1 = sext i32 %add to i64
  %arrayidx2 = getelementptr inbounds float, ptr %kernel, i64 %idxprom1
  %2 = load float, ptr %arrayidx2, align 4, !tbaa !7
  %arrayidx4 = getelementptr inbounds float, ptr %alpha, i64 %idxprom
  %3 = load float, ptr %arrayidx4, align 4, !tbaa !7
  %arrayidx6 = getelementptr inbounds float, ptr %f, i64 %idxprom
  %4 = load float, ptr %arrayidx6, align 4, !tbaa !7
  br label %for.cond

for.cond:                                         ; preds = %for.inc, %entry
  %step.0 = phi i32 [ 0, %entry ], [ %inc, %for.inc ]
  %gradient.0 = phi float [ %4, %entry ], [ %gradient.1, %for.inc ]
  %a.0 = phi float [ %3, %entry ], [ %a.2, %for.inc ]
  %cmp7 = icmp slt i32 %step.0, %most_steps
  br i1 %cmp7, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %cmp9 = fcmp contract olt float %a.0, %cost
  %cmp10 = fcmp contract ogt float %a.0, 0.000000e+00
  %cond11 = select i1 %cmp, i1 %cmp9, i1 %cmp10
  %cmp14 = fcmp contract ogt float %a.0, 0.000000e+00
  %cmp16 = fcmp contract olt float %a.0, %cost
  %cond18 = select i1 %cmp, i1 %cmp14, i1 %cmp16
  %cond23 = select contract i1 %cond11, float %gradient.0, float 0x7FF0000000000000
  %arrayidx25 = getelementptr inbounds [1024 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE5value to ptr), i64 0, i64 %idxprom
  store float %cond23, ptr %arrayidx25, align 4, !tbaa !7
  %arrayidx.i = getelementptr inbounds i32, ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE5index to ptr), i64 %idxprom
  store i32 %0, ptr %arrayidx.i, align 4, !tbaa !3
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %div.i = sdiv i32 %points, 2
  br label %for.cond.i

for.cond.i:                                       ; preds = %if.end24.i, %for.body
  %stride.i.0 = phi i32 [ %div.i, %for.body ], [ %div25.i, %if.end24.i ]
  %cmp.i = icmp sgt i32 %stride.i.0, 0
  br i1 %cmp.i, label %for.body.i, label %_ZL8smallestPKfPii.exit

for.body.i:                                       ; preds = %for.cond.i
  %cmp1.i = icmp slt i32 %0, %stride.i.0
  br i1 %cmp1.i, label %if.then.i, label %if.end24.i

if.then.i:                                        ; preds = %for.body.i
  %add.i = add nsw i32 %0, %stride.i.0
  %idxprom2.i = sext i32 %add.i to i64
  %arrayidx3.i = getelementptr inbounds i32, ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE5index to ptr), i64 %idxprom2.i
  %5 = load i32, ptr %arrayidx3.i, align 4, !tbaa !3
  %idxprom4.i = sext i32 %5 to i64
  %arrayidx5.i = getelementptr inbounds float, ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE5value to ptr), i64 %idxprom4.i
  %6 = load float, ptr %arrayidx5.i, align 4, !tbaa !7
  %7 = load i32, ptr %arrayidx.i, align 4, !tbaa !3
  %idxprom8.i = sext i32 %7 to i64
  %arrayidx9.i = getelementptr inbounds float, ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE5value to ptr), i64 %idxprom8.i
  %8 = load float, ptr %arrayidx9.i, align 4, !tbaa !7
  %cmp10.i = fcmp contract olt float %6, %8
  br i1 %cmp10.i, label %if.then18.i, label %lor.lhs.false.i

lor.lhs.false.i:                                  ; preds = %if.then.i
  %cmp11.i = fcmp contract oeq float %6, %8
  %cmp17.i = icmp slt i32 %5, %7
  %or.cond = and i1 %cmp11.i, %cmp17.i
  br i1 %or.cond, label %if.then18.i, label %if.end24.i

if.then18.i:                                      ; preds = %lor.lhs.false.i, %if.then.i
  %9 = load i32, ptr %arrayidx3.i, align 4, !tbaa !3
  store i32 %9, ptr %arrayidx.i, align 4, !tbaa !3
  br label %if.end24.i

if.end24.i:                                       ; preds = %lor.lhs.false.i, %if.then18.i, %for.body.i
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %div25.i = sdiv i32 %stride.i.0, 2
  br label %for.cond.i, !llvm.loop !9

_ZL8smallestPKfPii.exit:                          ; preds = %for.cond.i
  %10 = load i32, ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE5index to ptr), align 4, !tbaa !3
  %idxprom27 = sext i32 %10 to i64
  %arrayidx28 = getelementptr inbounds [1024 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE5value to ptr), i64 0, i64 %idxprom27
  %11 = load float, ptr %arrayidx28, align 4, !tbaa !7
  %mul29 = mul nsw i32 %10, %points
  %add30 = add nsw i32 %mul29, %10
  %idxprom31 = sext i32 %add30 to i64
  %arrayidx32 = getelementptr inbounds float, ptr %kernel, i64 %idxprom31
  %12 = load float, ptr %arrayidx32, align 4, !tbaa !7
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %fneg = fneg contract float %gradient.0
  %cond37 = select contract i1 %cond18, float %fneg, float 0x7FF0000000000000
  store float %cond37, ptr %arrayidx25, align 4, !tbaa !7
  store i32 %0, ptr %arrayidx.i, align 4, !tbaa !3
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.cond.i11

for.cond.i11:                                     ; preds = %if.end24.i15, %_ZL8smallestPKfPii.exit
  %stride.i5.0 = phi i32 [ %div.i, %_ZL8smallestPKfPii.exit ], [ %div25.i16, %if.end24.i15 ]
  %cmp.i12 = icmp sgt i32 %stride.i5.0, 0
  br i1 %cmp.i12, label %for.body.i13, label %_ZL8smallestPKfPii.exit44

for.body.i13:                                     ; preds = %for.cond.i11
  %cmp1.i14 = icmp slt i32 %0, %stride.i5.0
  br i1 %cmp1.i14, label %if.then.i17, label %if.end24.i15

if.then.i17:                                      ; preds = %for.body.i13
  %add.i18 = add nsw i32 %0, %stride.i5.0
  %idxprom2.i19 = sext i32 %add.i18 to i64
  %arrayidx3.i20 = getelementptr inbounds i32, ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE5index to ptr), i64 %idxprom2.i19
  %13 = load i32, ptr %arrayidx3.i20, align 4, !tbaa !3
  %idxprom4.i21 = sext i32 %13 to i64
  %arrayidx5.i22 = getelementptr inbounds float, ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE5value to ptr), i64 %idxprom4.i21
  %14 = load float, ptr %arrayidx5.i22, align 4, !tbaa !7
  %15 = load i32, ptr %arrayidx.i, align 4, !tbaa !3
  %idxprom8.i25 = sext i32 %15 to i64
  %arrayidx9.i26 = getelementptr inbounds float, ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE5value to ptr), i64 %idxprom8.i25
  %16 = load float, ptr %arrayidx9.i26, align 4, !tbaa !7
  %cmp10.i27 = fcmp contract olt float %14, %16
  br i1 %cmp10.i27, label %if.then18.i38, label %lor.lhs.false.i28

lor.lhs.false.i28:                                ; preds = %if.then.i17
  %cmp11.i29 = fcmp contract oeq float %14, %16
  %cmp17.i37 = icmp slt i32 %13, %15
  %or.cond228 = and i1 %cmp11.i29, %cmp17.i37
  br i1 %or.cond228, label %if.then18.i38, label %if.end24.i15

if.then18.i38:                                    ; preds = %lor.lhs.false.i28, %if.then.i17
  %17 = load i32, ptr %arrayidx3.i20, align 4, !tbaa !3
  store i32 %17, ptr %arrayidx.i, align 4, !tbaa !3
  br label %if.end24.i15

if.end24.i15:                                     ; preds = %lor.lhs.false.i28, %if.then18.i38, %for.body.i13
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %div25.i16 = sdiv i32 %stride.i5.0, 2
  br label %for.cond.i11, !llvm.loop !9

_ZL8smallestPKfPii.exit44:                        ; preds = %for.cond.i11
  %18 = load i32, ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE5index to ptr), align 4, !tbaa !3
  %idxprom41 = sext i32 %18 to i64
  %arrayidx42 = getelementptr inbounds [1024 x float], ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE5value to ptr), i64 0, i64 %idxprom41
  %19 = load float, ptr %arrayidx42, align 4, !tbaa !7
  %fneg43 = fneg contract float %19
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %cmp44 = icmp eq i32 %0, 0
  br i1 %cmp44, label %if.then, label %if.end

if.then:                                          ; preds = %_ZL8smallestPKfPii.exit44
  %sub = fsub contract float %fneg43, %11
  store float %sub, ptr %gap, align 4, !tbaa !7
  br label %if.end

if.end:                                           ; preds = %if.then, %_ZL8smallestPKfPii.exit44
  %sub45 = fsub contract float %fneg43, %11
  %cmp46 = fcmp contract olt float %sub45, %eps
  br i1 %cmp46, label %cleanup, label %if.end48

if.end48:                                         ; preds = %if.end
  %add50 = add nsw i32 %mul29, %0
  %idxprom51 = sext i32 %add50 to i64
  %arrayidx52 = getelementptr inbounds float, ptr %kernel, i64 %idxprom51
  %20 = load float, ptr %arrayidx52, align 4, !tbaa !7
  %add53 = fadd contract float %12, %2
  %mul54 = fmul contract float 2.000000e+00, %20
  %sub55 = fsub contract float %add53, %mul54
  %21 = call contract noundef float @llvm.maxnum.f32(float %sub55, float 0x3D71979980000000)
  %sub57 = fsub contract float %gradient.0, %11
  %cmp59 = fcmp contract ogt float %sub57, 0.000000e+00
  %or.cond229 = select i1 %cond18, i1 %cmp59, i1 false
  br i1 %or.cond229, label %cond.true60, label %cond.end64

cond.true60:                                      ; preds = %if.end48
  %fneg61 = fneg contract float %sub57
  %mul62 = fmul contract float %fneg61, %sub57
  %div = fdiv contract float %mul62, %21
  br label %cond.end64

cond.end64:                                       ; preds = %if.end48, %cond.true60
  %cond65 = phi contract float [ %div, %cond.true60 ], [ 0x7FF0000000000000, %if.end48 ]
  store float %cond65, ptr %arrayidx25, align 4, !tbaa !7
  store i32 %0, ptr %arrayidx.i, align 4, !tbaa !3
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.cond.i55

for.cond.i55:                                     ; preds = %if.end24.i59, %cond.end64
  %stride.i49.0 = phi i32 [ %div.i, %cond.end64 ], [ %div25.i60, %if.end24.i59 ]
  %cmp.i56 = icmp sgt i32 %stride.i49.0, 0
  br i1 %cmp.i56, label %for.body.i57, label %_ZL8smallestPKfPii.exit88

for.body.i57:                                     ; preds = %for.cond.i55
  %cmp1.i58 = icmp slt i32 %0, %stride.i49.0
  br i1 %cmp1.i58, label %if.then.i61, label %if.end24.i59

if.then.i61:                                      ; preds = %for.body.i57
  %add.i62 = add nsw i32 %0, %stride.i49.0
  %idxprom2.i63 = sext i32 %add.i62 to i64
  %arrayidx3.i64 = getelementptr inbounds i32, ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE5index to ptr), i64 %idxprom2.i63
  %22 = load i32, ptr %arrayidx3.i64, align 4, !tbaa !3
  %idxprom4.i65 = sext i32 %22 to i64
  %arrayidx5.i66 = getelementptr inbounds float, ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE5value to ptr), i64 %idxprom4.i65
  %23 = load float, ptr %arrayidx5.i66, align 4, !tbaa !7
  %24 = load i32, ptr %arrayidx.i, align 4, !tbaa !3
  %idxprom8.i69 = sext i32 %24 to i64
  %arrayidx9.i70 = getelementptr inbounds float, ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE5value to ptr), i64 %idxprom8.i69
  %25 = load float, ptr %arrayidx9.i70, align 4, !tbaa !7
  %cmp10.i71 = fcmp contract olt float %23, %25
  br i1 %cmp10.i71, label %if.then18.i82, label %lor.lhs.false.i72

lor.lhs.false.i72:                                ; preds = %if.then.i61
  %cmp11.i73 = fcmp contract oeq float %23, %25
  %cmp17.i81 = icmp slt i32 %22, %24
  %or.cond230 = and i1 %cmp11.i73, %cmp17.i81
  br i1 %or.cond230, label %if.then18.i82, label %if.end24.i59

if.then18.i82:                                    ; preds = %lor.lhs.false.i72, %if.then.i61
  %26 = load i32, ptr %arrayidx3.i64, align 4, !tbaa !3
  store i32 %26, ptr %arrayidx.i, align 4, !tbaa !3
  br label %if.end24.i59

if.end24.i59:                                     ; preds = %lor.lhs.false.i72, %if.then18.i82, %for.body.i57
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %div25.i60 = sdiv i32 %stride.i49.0, 2
  br label %for.cond.i55, !llvm.loop !9

_ZL8smallestPKfPii.exit88:                        ; preds = %for.cond.i55
  %27 = load i32, ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE5index to ptr), align 4, !tbaa !3
  %cmp69 = icmp eq i32 %0, %10
  br i1 %cmp69, label %if.then70, label %if.end77

if.then70:                                        ; preds = %_ZL8smallestPKfPii.exit88
  %sub73 = fsub contract float %cost, %a.0
  %cond76 = select contract i1 %cmp, float %sub73, float %a.0
  store float %cond76, ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE6room_i to ptr), align 4, !tbaa !7
  br label %if.end77

if.end77:                                         ; preds = %if.then70, %_ZL8smallestPKfPii.exit88
  %cmp78 = icmp eq i32 %0, %27
  br i1 %cmp78, label %if.then79, label %if.end87

if.then79:                                        ; preds = %if.end77
  %sub83 = fsub contract float %cost, %a.0
  %cond85 = select contract i1 %cmp, float %a.0, float %sub83
  store float %cond85, ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE6room_j to ptr), align 4, !tbaa !7
  %div86 = fdiv contract float %sub57, %21
  store float %div86, ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE6step_j to ptr), align 4, !tbaa !7
  br label %if.end87

if.end87:                                         ; preds = %if.then79, %if.end77
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  %28 = load float, ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE6room_i to ptr), align 4, !tbaa !7
  %29 = load float, ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE6room_j to ptr), align 4, !tbaa !7
  %30 = call contract noundef float @llvm.minnum.f32(float %28, float %29)
  %31 = load float, ptr addrspacecast (ptr addrspace(3) @_ZZ9smo_solveE6step_j to ptr), align 4, !tbaa !7
  %32 = call contract noundef float @llvm.minnum.f32(float %30, float %31)
  %mul92 = fmul contract float %cond, %32
  %add93 = fadd contract float %a.0, %mul92
  %a.3 = select i1 %cmp69, float %add93, float %a.0
  %mul97 = fmul contract float %cond, %32
  %sub98 = fsub contract float %a.3, %mul97
  %a.4 = select i1 %cmp78, float %sub98, float %a.3
  %mul100 = mul nsw i32 %27, %points
  %add101 = add nsw i32 %mul100, %0
  %idxprom102 = sext i32 %add101 to i64
  %arrayidx103 = getelementptr inbounds float, ptr %kernel, i64 %idxprom102
  %33 = load float, ptr %arrayidx103, align 4, !tbaa !7
  %sub104 = fsub contract float %20, %33
  %mul105 = fmul contract float %32, %sub104
  %add106 = fadd contract float %gradient.0, %mul105
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %cleanup

cleanup:                                          ; preds = %if.end, %if.end87
  %cleanup.dest.slot.0 = phi i32 [ 0, %if.end87 ], [ 2, %if.end ]
  %gradient.1 = phi float [ %add106, %if.end87 ], [ %gradient.0, %if.end ]
  %a.2 = phi float [ %a.4, %if.end87 ], [ %a.0, %if.end ]
  %cond227 = icmp eq i32 %cleanup.dest.slot.0, 0
  br i1 %cond227, label %for.inc, label %for.end

for.inc:                                          ; preds = %cleanup
  %inc = add nsw i32 %step.0, 1
  br label %for.cond, !llvm.loop !11

for.end:                                          ; preds = %cleanup, %for.cond
  %a.1 = phi float [ %a.2, %cleanup ], [ %a.0, %for.cond ]
  store float %a.1, ptr %arrayidx4, align 4, !tbaa !7
  ret void
}

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.maxnum.f32(float, float) #3

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.minnum.f32(float, float) #3

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
