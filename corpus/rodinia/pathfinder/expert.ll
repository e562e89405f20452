source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @pathfinder(ptr noalias noundef %wall, ptr noalias noundef %cost, ptr noalias noundef %next, i32 noundef %cols, i32 noundef %first, i32 noundef %rows, i32 noundef %border) #0 {
entry:
  %here = alloca [4 x i32], align 4
  %step = alloca [4 x i32], align 4
  %later = alloca [4 x i32], align 4
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %rem = urem i32 %0, 32
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ntid.x()
  %mul = mul i32 %1, %2
  %add = add i32 %mul, %0
  %div = udiv i32 %add, 32
  %add4 = add nsw i32 %border, 4
  %sub = sub nsw i32 %add4, 1
  %div5 = sdiv i32 %sub, 4
  %mul6 = mul nsw i32 %div5, 4
  %mul7 = mul nsw i32 2, %mul6
  %sub8 = sub nsw i32 128, %mul7
  %mul9 = mul nsw i32 %div, %sub8
  %sub10 = sub nsw i32 %mul9, %mul6
  %mul11 = mul nsw i32 %rem, 4
  %add12 = add nsw i32 %sub10, %mul11
  %rem13 = srem i32 %cols, 4
  %cmp = icmp eq i32 %rem13, 0
  %cmp14 = icmp sge i32 %add12, 0
  %or.cond = select i1 %cmp, i1 %cmp14, i1 false
  br i1 %or.cond, label %land.rhs, label %land.end

land.rhs:                                         ; preds = %entry
  %add15 = add nsw i32 %add12, 4
  %cmp16 = icmp sle i32 %add15, %cols
  br label %land.end

land.end:                                         ; preds = %land.rhs, %entry
  %3 = phi i1 [ %cmp16, %land.rhs ], [ false, %entry ]
  call void @llvm.lifetime.start.p0(ptr %here) #5
  br label %for.cond

for.cond:                                         ; preds = %cond.end29, %land.end
  %e.0 = phi i32 [ 0, %land.end ], [ %inc, %cond.end29 ]
  %cmp17 = icmp slt i32 %e.0, 4
  br i1 %cmp17, label %for.body, label %for.end

for.body:                                         ; preds = %for.cond
  %add18 = add nsw i32 %add12, %e.0
  %cmp19 = icmp sge i32 %add18, 0
  %cmp22 = icmp slt i32 %add18, %cols
  %spec.select = select i1 %cmp19, i1 %cmp22, i1 false
  br i1 %spec.select, label %cond.false, label %cond.end29

cond.false:                                       ; preds = %for.body
  %cmp25 = icmp eq i32 %first, 0
  br i1 %cmp25, label %cond.end29, label %cond.false27

cond.false27:                                     ; preds = %cond.false
  %idxprom = sext i32 %add18 to i64
  %arrayidx = getelementptr inbounds i32, ptr %cost, i64 %idxprom
  %4 = load i32, ptr %arrayidx, align 4, !tbaa !3
  br label %cond.end29

cond.end29:                                       ; preds = %cond.false27, %cond.false, %for.body
  %cond30 = phi i32 [ 1073741824, %for.body ], [ %4, %cond.false27 ], [ 0, %cond.false ]
  %idxprom31 = sext i32 %e.0 to i64
  %arrayidx32 = getelementptr inbounds [4 x i32], ptr %here, i64 0, i64 %idxprom31
  store i32 %cond30, ptr %arrayidx32, align 4, !tbaa !3
  %inc = add nsw i32 %e.0, 1
  br label %for.cond, !llvm.loop !7

for.end:                                          ; preds = %for.cond
  call void @llvm.lifetime.start.p0(ptr %step) #5
  %mul33 = mul nsw i32 %first, %cols
  call void @llvm.experimental.noalias.scope.decl(metadata !10)
  br i1 %3, label %if.then.i, label %for.cond.i

if.then.i:                                        ; preds = %for.end
  %idx.ext.i = sext i32 %mul33 to i64
  %add.ptr.i = getelementptr inbounds i32, ptr %wall, i64 %idx.ext.i
  %idx.ext1.i = sext i32 %add12 to i64
  %add.ptr2.i = getelementptr inbounds i32, ptr %add.ptr.i, i64 %idx.ext1.i
  %5 = load <4 x i32>, ptr %add.ptr2.i, align 16, !tbaa !13
  %6 = extractelement <4 x i32> %5, i64 0
  store i32 %6, ptr %step, align 4, !tbaa !3
  %7 = extractelement <4 x i32> %5, i64 1
  %arrayidx3.i = getelementptr inbounds [4 x i32], ptr %step, i64 0, i64 1
  store i32 %7, ptr %arrayidx3.i, align 4, !tbaa !3
  %8 = extractelement <4 x i32> %5, i64 2
  %arrayidx4.i = getelementptr inbounds [4 x i32], ptr %step, i64 0, i64 2
  store i32 %8, ptr %arrayidx4.i, align 4, !tbaa !3
  %9 = extractelement <4 x i32> %5, i64 3
  %arrayidx5.i = getelementptr inbounds [4 x i32], ptr %step, i64 0, i64 3
  store i32 %9, ptr %arrayidx5.i, align 4, !tbaa !3
  br label %_ZL8load_rowPKiiiibRA4_i.exit

for.cond.i:                                       ; preds = %for.end, %for.body.i
  %e.i.0 = phi i32 [ %inc.i, %for.body.i ], [ 0, %for.end ]
  %cmp.i = icmp slt i32 %e.i.0, 4
  br i1 %cmp.i, label %for.body.i, label %_ZL8load_rowPKiiiibRA4_i.exit

for.body.i:                                       ; preds = %for.cond.i
  %add.i = add nsw i32 %add12, %e.i.0
  %cmp.i78 = icmp sgt i32 %add.i, 0
  %add.i. = select i1 %cmp.i78, i32 %add.i, i32 0
  %sub.i = sub nsw i32 %cols, 1
  %cmp.i38 = icmp slt i32 %add.i., %sub.i
  %cond.i40 = select i1 %cmp.i38, i32 %add.i., i32 %sub.i
  %add7.i = add nsw i32 %mul33, %cond.i40
  %idxprom.i = sext i32 %add7.i to i64
  %arrayidx8.i = getelementptr inbounds i32, ptr %wall, i64 %idxprom.i
  %10 = load i32, ptr %arrayidx8.i, align 4, !tbaa !3
  %idxprom9.i = sext i32 %e.i.0 to i64
  %arrayidx10.i = getelementptr inbounds [4 x i32], ptr %step, i64 0, i64 %idxprom9.i
  store i32 %10, ptr %arrayidx10.i, align 4, !tbaa !3
  %inc.i = add nsw i32 %e.i.0, 1
  br label %for.cond.i, !llvm.loop !14

_ZL8load_rowPKiiiibRA4_i.exit:                    ; preds = %for.cond.i, %if.then.i
  br label %for.cond35

for.cond35:                                       ; preds = %for.end91, %_ZL8load_rowPKiiiibRA4_i.exit
  %i.0 = phi i32 [ 0, %_ZL8load_rowPKiiiibRA4_i.exit ], [ %add39, %for.end91 ]
  %cmp36 = icmp slt i32 %i.0, %rows
  br i1 %cmp36, label %for.body38, label %for.cond96

for.body38:                                       ; preds = %for.cond35
  call void @llvm.lifetime.start.p0(ptr %later) #5
  %add39 = add nsw i32 %i.0, 1
  %sub40 = sub nsw i32 %rows, 1
  %cmp.i45 = icmp slt i32 %add39, %sub40
  %add39.sub40 = select i1 %cmp.i45, i32 %add39, i32 %sub40
  %add42 = add nsw i32 %first, %add39.sub40
  %mul43 = mul nsw i32 %add42, %cols
  call void @llvm.experimental.noalias.scope.decl(metadata !15)
  br i1 %3, label %if.then.i26, label %for.cond.i12

if.then.i26:                                      ; preds = %for.body38
  %idx.ext.i27 = sext i32 %mul43 to i64
  %add.ptr.i28 = getelementptr inbounds i32, ptr %wall, i64 %idx.ext.i27
  %idx.ext1.i29 = sext i32 %add12 to i64
  %add.ptr2.i30 = getelementptr inbounds i32, ptr %add.ptr.i28, i64 %idx.ext1.i29
  %11 = load <4 x i32>, ptr %add.ptr2.i30, align 16, !tbaa !13
  %12 = extractelement <4 x i32> %11, i64 0
  store i32 %12, ptr %later, align 4, !tbaa !3
  %13 = extractelement <4 x i32> %11, i64 1
  %arrayidx3.i31 = getelementptr inbounds [4 x i32], ptr %later, i64 0, i64 1
  store i32 %13, ptr %arrayidx3.i31, align 4, !tbaa !3
  %14 = extractelement <4 x i32> %11, i64 2
  %arrayidx4.i32 = getelementptr inbounds [4 x i32], ptr %later, i64 0, i64 2
  store i32 %14, ptr %arrayidx4.i32, align 4, !tbaa !3
  %15 = extractelement <4 x i32> %11, i64 3
  %arrayidx5.i33 = getelementptr inbounds [4 x i32], ptr %later, i64 0, i64 3
  store i32 %15, ptr %arrayidx5.i33, align 4, !tbaa !3
  br label %_ZL8load_rowPKiiiibRA4_i.exit34

for.cond.i12:                                     ; preds = %for.body38, %for.body.i15
  %e.i8.0 = phi i32 [ %inc.i25, %for.body.i15 ], [ 0, %for.body38 ]
  %cmp.i13 = icmp slt i32 %e.i8.0, 4
  br i1 %cmp.i13, label %for.body.i15, label %_ZL8load_rowPKiiiibRA4_i.exit34

for.body.i15:                                     ; preds = %for.cond.i12
  %add.i16 = add nsw i32 %add12, %e.i8.0
  %cmp.i72 = icmp sgt i32 %add.i16, 0
  %add.i16. = select i1 %cmp.i72, i32 %add.i16, i32 0
  %sub.i18 = sub nsw i32 %cols, 1
  %cmp.i35 = icmp slt i32 %add.i16., %sub.i18
  %cond.i = select i1 %cmp.i35, i32 %add.i16., i32 %sub.i18
  %add7.i20 = add nsw i32 %mul43, %cond.i
  %idxprom.i21 = sext i32 %add7.i20 to i64
  %arrayidx8.i22 = getelementptr inbounds i32, ptr %wall, i64 %idxprom.i21
  %16 = load i32, ptr %arrayidx8.i22, align 4, !tbaa !3
  %idxprom9.i23 = sext i32 %e.i8.0 to i64
  %arrayidx10.i24 = getelementptr inbounds [4 x i32], ptr %later, i64 0, i64 %idxprom9.i23
  store i32 %16, ptr %arrayidx10.i24, align 4, !tbaa !3
  %inc.i25 = add nsw i32 %e.i8.0, 1
  br label %for.cond.i12, !llvm.loop !14

_ZL8load_rowPKiiiibRA4_i.exit34:                  ; preds = %for.cond.i12, %if.then.i26
  %arrayidx45 = getelementptr inbounds [4 x i32], ptr %here, i64 0, i64 3
  %17 = load i32, ptr %arrayidx45, align 4, !tbaa !3
  %18 = call noundef i32 @llvm.nvvm.shfl.sync.up.i32(i32 -1, i32 %17, i32 1, i32 0)
  %19 = load i32, ptr %here, align 4, !tbaa !3
  %20 = call noundef i32 @llvm.nvvm.shfl.sync.down.i32(i32 -1, i32 %19, i32 1, i32 31)
  br label %for.cond50

for.cond50:                                       ; preds = %cond.end81, %_ZL8load_rowPKiiiibRA4_i.exit34
  %west.0 = phi i32 [ %18, %_ZL8load_rowPKiiiibRA4_i.exit34 ], [ %21, %cond.end81 ]
  %e49.0 = phi i32 [ 0, %_ZL8load_rowPKiiiibRA4_i.exit34 ], [ %add56, %cond.end81 ]
  %cmp51 = icmp slt i32 %e49.0, 4
  br i1 %cmp51, label %for.body53, label %for.end91

for.body53:                                       ; preds = %for.cond50
  %idxprom54 = sext i32 %e49.0 to i64
  %arrayidx55 = getelementptr inbounds [4 x i32], ptr %here, i64 0, i64 %idxprom54
  %21 = load i32, ptr %arrayidx55, align 4, !tbaa !3
  %add56 = add nsw i32 %e49.0, 1
  %cmp57 = icmp slt i32 %add56, 4
  br i1 %cmp57, label %cond.true58, label %cond.end63

cond.true58:                                      ; preds = %for.body53
  %idxprom60 = sext i32 %add56 to i64
  %arrayidx61 = getelementptr inbounds [4 x i32], ptr %here, i64 0, i64 %idxprom60
  %22 = load i32, ptr %arrayidx61, align 4, !tbaa !3
  br label %cond.end63

cond.end63:                                       ; preds = %for.body53, %cond.true58
  %cond64 = phi i32 [ %22, %cond.true58 ], [ %20, %for.body53 ]
  %add66 = add nsw i32 %add12, %e49.0
  %cmp67 = icmp sge i32 %add66, 0
  %cmp70 = icmp slt i32 %add66, %cols
  %spec.select181 = select i1 %cmp67, i1 %cmp70, i1 false
  br i1 %spec.select181, label %cond.true74, label %cond.end81

cond.true74:                                      ; preds = %cond.end63
  %cmp.i52 = icmp slt i32 %west.0, %cond64
  %west.0.cond64 = select i1 %cmp.i52, i32 %west.0, i32 %cond64
  %cmp.i59 = icmp slt i32 %21, %west.0.cond64
  %cond.i61 = select i1 %cmp.i59, i32 %21, i32 %west.0.cond64
  %arrayidx78 = getelementptr inbounds [4 x i32], ptr %step, i64 0, i64 %idxprom54
  %23 = load i32, ptr %arrayidx78, align 4, !tbaa !3
  %add79 = add nsw i32 %cond.i61, %23
  br label %cond.end81

cond.end81:                                       ; preds = %cond.end63, %cond.true74
  %cond82 = phi i32 [ %add79, %cond.true74 ], [ 1073741824, %cond.end63 ]
  store i32 %cond82, ptr %arrayidx55, align 4, !tbaa !3
  %arrayidx86 = getelementptr inbounds [4 x i32], ptr %later, i64 0, i64 %idxprom54
  %24 = load i32, ptr %arrayidx86, align 4, !tbaa !3
  %arrayidx88 = getelementptr inbounds [4 x i32], ptr %step, i64 0, i64 %idxprom54
  store i32 %24, ptr %arrayidx88, align 4, !tbaa !3
  br label %for.cond50, !llvm.loop !18

for.end91:                                        ; preds = %for.cond50
  call void @llvm.lifetime.end.p0(ptr %later) #5
  br label %for.cond35, !llvm.loop !19

for.cond96:                                       ; preds = %for.cond35, %for.inc114
  %e95.0 = phi i32 [ %inc115, %for.inc114 ], [ 0, %for.cond35 ]
  %cmp97 = icmp slt i32 %e95.0, 4
  br i1 %cmp97, label %for.body99, label %for.end116

for.body99:                                       ; preds = %for.cond96
  %add101 = add nsw i32 %mul11, %e95.0
  %cmp102 = icmp sge i32 %add101, %mul6
  %sub104 = sub nsw i32 128, %mul6
  %cmp105 = icmp slt i32 %add101, %sub104
  %or.cond182 = select i1 %cmp102, i1 %cmp105, i1 false
  br i1 %or.cond182, label %land.lhs.true106, label %for.inc114

land.lhs.true106:                                 ; preds = %for.body99
  %add107 = add nsw i32 %add12, %e95.0
  %cmp108 = icmp slt i32 %add107, %cols
  br i1 %cmp108, label %if.then, label %for.inc114

if.then:                                          ; preds = %land.lhs.true106
  %idxprom109 = sext i32 %e95.0 to i64
  %arrayidx110 = getelementptr inbounds [4 x i32], ptr %here, i64 0, i64 %idxprom109
  %25 = load i32, ptr %arrayidx110, align 4, !tbaa !3
  %idxprom112 = sext i32 %add107 to i64
  %arrayidx113 = getelementptr inbounds i32, ptr %next, i64 %idxprom112
  store i32 %25, ptr %arrayidx113, align 4, !tbaa !3
  br label %for.inc114

for.inc114:                                       ; preds = %for.body99, %land.lhs.true106, %if.then
  %inc115 = add nsw i32 %e95.0, 1
  br label %for.cond96, !llvm.loop !20

for.end116:                                       ; preds = %for.cond96
  call void @llvm.lifetime.end.p0(ptr %step) #5
  call void @llvm.lifetime.end.p0(ptr %here) #5
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 1, 1025) i32 @llvm.nvvm.read.ptx.sreg.ntid.x() #2

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare i32 @llvm.nvvm.shfl.sync.up.i32(i32, i32, i32, i32) #3

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare i32 @llvm.nvvm.shfl.sync.down.i32(i32, i32, i32, i32) #3

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: readwrite)
declare void @llvm.experimental.noalias.scope.decl(metadata) #4

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #3 = { convergent nocallback nounwind memory(inaccessiblemem: readwrite) }
attributes #4 = { nocallback nofree nosync nounwind willreturn memory(inaccessiblemem: readwrite) }
attributes #5 = { nounwind }

!llvm.module.flags = !{!0, !1, !2}
!llvm.errno.tbaa = !{!3}

!0 = !{i32 1, !"wchar_size", i32 4}
!1 = !{i32 4, !"nvvm-reflect-ftz", i32 0}
!2 = !{i32 7, !"frame-pointer", i32 2}
!3 = !{!4, !4, i64 0}
!4 = !{!"int", !5, i64 0}
!5 = !{!"omnipotent char", !6, i64 0}
!6 = !{!"Simple C++ TBAA"}
!7 = distinct !{!7, !8, !9}
!8 = !{!"llvm.loop.mustprogress"}
!9 = !{!"llvm.loop.unroll.enable"}
!10 = !{!11}
!11 = distinct !{!11, !12, !"_ZL8load_rowPKiiiibRA4_i: %wall"}
!12 = distinct !{!12, !"_ZL8load_rowPKiiiibRA4_i"}
!13 = !{!5, !5, i64 0}
!14 = distinct !{!14, !8, !9}
!15 = !{!16}
!16 = distinct !{!16, !17, !"_ZL8load_rowPKiiiibRA4_i: %wall"}
!17 = distinct !{!17, !"_ZL8load_rowPKiiiibRA4_i"}
!18 = distinct !{!18, !8, !9}
!19 = distinct !{!19, !8}
!20 = distinct !{!20, !8, !9}
