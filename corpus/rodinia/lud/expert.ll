source_filename = "expert.cu"
target datalayout = "e-p6:32:32-i64:64-i128:128-i256:256-v16:16-v32:32-n16:32:64"
target triple = "nvptx64-nvidia-cuda"

@_ZZ12lud_diagonalE5block = internal addrspace(3) global [16 x [17 x float]] undef, align 4
@_ZZ13lud_perimeterE8diagonal = internal addrspace(3) global [16 x [17 x float]] undef, align 4
@_ZZ13lud_perimeterE5below = internal addrspace(3) global [16 x [17 x float]] undef, align 4
@_ZZ12lud_internalE5right = internal addrspace(3) global [16 x [32 x float]] undef, align 4
@_ZZ12lud_internalE5below = internal addrspace(3) global [16 x [16 x float]] undef, align 16

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @lud_diagonal(ptr noalias noundef %matrix, i32 noundef %n, i32 noundef %step) #0 {
entry:
  %row = alloca [16 x float], align 4
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %mul = mul nsw i32 %step, 16
  call void @llvm.lifetime.start.p0(ptr %row) #6
  br label %for.cond

for.cond:                                         ; preds = %for.body, %entry
  %i.0 = phi i32 [ 0, %entry ], [ %inc, %for.body ]
  %cmp = icmp slt i32 %i.0, 16
  br i1 %cmp, label %for.body, label %for.cond7

for.body:                                         ; preds = %for.cond
  %add = add nsw i32 %mul, %i.0
  %mul1 = mul nsw i32 %add, %n
  %add2 = add nsw i32 %mul1, %mul
  %add3 = add nsw i32 %add2, %0
  %idxprom = sext i32 %add3 to i64
  %arrayidx = getelementptr inbounds float, ptr %matrix, i64 %idxprom
  %1 = load float, ptr %arrayidx, align 4, !tbaa !7
  %idxprom4 = sext i32 %i.0 to i64
  %arrayidx5 = getelementptr inbounds [16 x float], ptr %row, i64 0, i64 %idxprom4
  store float %1, ptr %arrayidx5, align 4, !tbaa !7
  %inc = add nsw i32 %i.0, 1
  br label %for.cond, !llvm.loop !9

for.cond7:                                        ; preds = %for.cond, %for.body10
  %i6.0 = phi i32 [ %inc18, %for.body10 ], [ 0, %for.cond ]
  %cmp8 = icmp slt i32 %i6.0, 16
  br i1 %cmp8, label %for.body10, label %for.end19

for.body10:                                       ; preds = %for.cond7
  %idxprom11 = sext i32 %i6.0 to i64
  %arrayidx12 = getelementptr inbounds [16 x float], ptr %row, i64 0, i64 %idxprom11
  %2 = load float, ptr %arrayidx12, align 4, !tbaa !7
  %arrayidx14 = getelementptr inbounds [16 x [17 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ12lud_diagonalE5block to ptr), i64 0, i64 %idxprom11
  %idxprom15 = sext i32 %0 to i64
  %arrayidx16 = getelementptr inbounds [17 x float], ptr %arrayidx14, i64 0, i64 %idxprom15
  store float %2, ptr %arrayidx16, align 4, !tbaa !7
  %inc18 = add nsw i32 %i6.0, 1
  br label %for.cond7, !llvm.loop !12

for.end19:                                        ; preds = %for.cond7
  call void @llvm.nvvm.bar.warp.sync(i32 65535)
  br label %for.cond20

for.cond20:                                       ; preds = %for.body23, %for.end19
  %j.0 = phi i32 [ 0, %for.end19 ], [ %inc31, %for.body23 ]
  %cmp21 = icmp slt i32 %j.0, 16
  br i1 %cmp21, label %for.body23, label %for.cond33

for.body23:                                       ; preds = %for.cond20
  %idxprom24 = sext i32 %0 to i64
  %arrayidx25 = getelementptr inbounds [16 x [17 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ12lud_diagonalE5block to ptr), i64 0, i64 %idxprom24
  %idxprom26 = sext i32 %j.0 to i64
  %arrayidx27 = getelementptr inbounds [17 x float], ptr %arrayidx25, i64 0, i64 %idxprom26
  %3 = load float, ptr %arrayidx27, align 4, !tbaa !7
  %arrayidx29 = getelementptr inbounds [16 x float], ptr %row, i64 0, i64 %idxprom26
  store float %3, ptr %arrayidx29, align 4, !tbaa !7
  %inc31 = add nsw i32 %j.0, 1
  br label %for.cond20, !llvm.loop !13

for.cond33:                                       ; preds = %for.cond47, %for.cond20
  %k.0 = phi i32 [ 0, %for.cond20 ], [ %add46, %for.cond47 ]
  %cmp34 = icmp slt i32 %k.0, 15
  br i1 %cmp34, label %for.body36, label %for.cond69

for.body36:                                       ; preds = %for.cond33
  %idxprom37 = sext i32 %k.0 to i64
  %arrayidx38 = getelementptr inbounds [16 x float], ptr %row, i64 0, i64 %idxprom37
  %4 = load float, ptr %arrayidx38, align 4, !tbaa !7
  %5 = call contract noundef float @llvm.nvvm.shfl.sync.idx.f32(i32 65535, float %4, i32 %k.0, i32 4127)
  %6 = load float, ptr %arrayidx38, align 4, !tbaa !7
  %div = fdiv contract float %6, %5
  %cmp42 = icmp sgt i32 %0, %k.0
  %spec.store.select = select i1 %cmp42, float %div, float %6
  store float %spec.store.select, ptr %arrayidx38, align 4
  %add46 = add nsw i32 %k.0, 1
  br label %for.cond47

for.cond47:                                       ; preds = %for.inc62, %for.body36
  %j45.0 = phi i32 [ %add46, %for.body36 ], [ %inc63, %for.inc62 ]
  %cmp48 = icmp slt i32 %j45.0, 16
  br i1 %cmp48, label %for.body50, label %for.cond33, !llvm.loop !14

for.body50:                                       ; preds = %for.cond47
  %idxprom51 = sext i32 %j45.0 to i64
  %arrayidx52 = getelementptr inbounds [16 x float], ptr %row, i64 0, i64 %idxprom51
  %7 = load float, ptr %arrayidx52, align 4, !tbaa !7
  %8 = call contract noundef float @llvm.nvvm.shfl.sync.idx.f32(i32 65535, float %7, i32 %k.0, i32 4127)
  br i1 %cmp42, label %if.then55, label %for.inc62

if.then55:                                        ; preds = %for.body50
  %fneg = fneg contract float %div
  %9 = load float, ptr %arrayidx52, align 4, !tbaa !7
  %10 = call contract noundef float @llvm.fma.f32(float %fneg, float %8, float %9)
  store float %10, ptr %arrayidx52, align 4, !tbaa !7
  br label %for.inc62

for.inc62:                                        ; preds = %for.body50, %if.then55
  %inc63 = add nsw i32 %j45.0, 1
  br label %for.cond47, !llvm.loop !15

for.cond69:                                       ; preds = %for.cond33, %for.body72
  %j68.0 = phi i32 [ %inc80, %for.body72 ], [ 0, %for.cond33 ]
  %cmp70 = icmp slt i32 %j68.0, 16
  br i1 %cmp70, label %for.body72, label %for.end81

for.body72:                                       ; preds = %for.cond69
  %idxprom73 = sext i32 %j68.0 to i64
  %arrayidx74 = getelementptr inbounds [16 x float], ptr %row, i64 0, i64 %idxprom73
  %11 = load float, ptr %arrayidx74, align 4, !tbaa !7
  %idxprom75 = sext i32 %0 to i64
  %arrayidx76 = getelementptr inbounds [16 x [17 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ12lud_diagonalE5block to ptr), i64 0, i64 %idxprom75
  %arrayidx78 = getelementptr inbounds [17 x float], ptr %arrayidx76, i64 0, i64 %idxprom73
  store float %11, ptr %arrayidx78, align 4, !tbaa !7
  %inc80 = add nsw i32 %j68.0, 1
  br label %for.cond69, !llvm.loop !16

for.end81:                                        ; preds = %for.cond69
  call void @llvm.nvvm.bar.warp.sync(i32 65535)
  br label %for.cond83

for.cond83:                                       ; preds = %for.body86, %for.end81
  %i82.0 = phi i32 [ 0, %for.end81 ], [ %inc98, %for.body86 ]
  %cmp84 = icmp slt i32 %i82.0, 16
  br i1 %cmp84, label %for.body86, label %for.end99

for.body86:                                       ; preds = %for.cond83
  %idxprom87 = sext i32 %i82.0 to i64
  %arrayidx88 = getelementptr inbounds [16 x [17 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ12lud_diagonalE5block to ptr), i64 0, i64 %idxprom87
  %idxprom89 = sext i32 %0 to i64
  %arrayidx90 = getelementptr inbounds [17 x float], ptr %arrayidx88, i64 0, i64 %idxprom89
  %12 = load float, ptr %arrayidx90, align 4, !tbaa !7
  %add91 = add nsw i32 %mul, %i82.0
  %mul92 = mul nsw i32 %add91, %n
  %add93 = add nsw i32 %mul92, %mul
  %add94 = add nsw i32 %add93, %0
  %idxprom95 = sext i32 %add94 to i64
  %arrayidx96 = getelementptr inbounds float, ptr %matrix, i64 %idxprom95
  store float %12, ptr %arrayidx96, align 4, !tbaa !7
  %inc98 = add nsw i32 %i82.0, 1
  br label %for.cond83, !llvm.loop !17

for.end99:                                        ; preds = %for.cond83
  call void @llvm.lifetime.end.p0(ptr %row) #6
  ret void
}

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.start.p0(ptr captures(none)) #1

; Function Attrs: nocallback nofree nosync nounwind willreturn memory(argmem: readwrite)
declare void @llvm.lifetime.end.p0(ptr captures(none)) #1

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @lud_perimeter(ptr noalias noundef %matrix, i32 noundef %n, i32 noundef %step) #0 {
entry:
  %line = alloca [16 x float], align 4
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %rem = srem i32 %0, 16
  %div = sdiv i32 %0, 16
  %mul = mul nsw i32 %step, 16
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %add = add nsw i32 %1, 1
  %mul2 = mul nsw i32 %add, 16
  %add3 = add nsw i32 %mul, %mul2
  call void @llvm.lifetime.start.p0(ptr %line) #6
  br label %for.cond

for.cond:                                         ; preds = %for.body, %entry
  %i.0 = phi i32 [ 0, %entry ], [ %add14, %for.body ]
  %cmp = icmp slt i32 %i.0, 16
  br i1 %cmp, label %for.body, label %for.cond16

for.body:                                         ; preds = %for.cond
  %add4 = add nsw i32 %mul, %i.0
  %add5 = add nsw i32 %add4, %div
  %mul6 = mul nsw i32 %add5, %n
  %add7 = add nsw i32 %mul6, %mul
  %add8 = add nsw i32 %add7, %rem
  %idxprom = sext i32 %add8 to i64
  %arrayidx = getelementptr inbounds float, ptr %matrix, i64 %idxprom
  %2 = load float, ptr %arrayidx, align 4, !tbaa !7
  %add9 = add nsw i32 %i.0, %div
  %idxprom10 = sext i32 %add9 to i64
  %arrayidx11 = getelementptr inbounds [16 x [17 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ13lud_perimeterE8diagonal to ptr), i64 0, i64 %idxprom10
  %idxprom12 = sext i32 %rem to i64
  %arrayidx13 = getelementptr inbounds [17 x float], ptr %arrayidx11, i64 0, i64 %idxprom12
  store float %2, ptr %arrayidx13, align 4, !tbaa !7
  %add14 = add nsw i32 %i.0, 2
  br label %for.cond, !llvm.loop !18

for.cond16:                                       ; preds = %for.cond, %cond.end
  %i15.0 = phi i32 [ %inc, %cond.end ], [ 0, %for.cond ]
  %cmp17 = icmp slt i32 %i15.0, 16
  br i1 %cmp17, label %for.body19, label %for.end33

for.body19:                                       ; preds = %for.cond16
  %cmp20 = icmp eq i32 %div, 0
  br i1 %cmp20, label %cond.true, label %cond.false

cond.true:                                        ; preds = %for.body19
  %add21 = add nsw i32 %mul, %i15.0
  %mul22 = mul nsw i32 %add21, %n
  %add23 = add nsw i32 %mul22, %add3
  br label %cond.end

cond.false:                                       ; preds = %for.body19
  %add24 = add nsw i32 %add3, %i15.0
  %mul25 = mul nsw i32 %add24, %n
  %add26 = add nsw i32 %mul25, %mul
  br label %cond.end

cond.end:                                         ; preds = %cond.false, %cond.true
  %cond = phi i32 [ %add23, %cond.true ], [ %add26, %cond.false ]
  %add27 = add nsw i32 %cond, %rem
  %idxprom28 = sext i32 %add27 to i64
  %arrayidx29 = getelementptr inbounds float, ptr %matrix, i64 %idxprom28
  %3 = load float, ptr %arrayidx29, align 4, !tbaa !7
  %idxprom30 = sext i32 %i15.0 to i64
  %arrayidx31 = getelementptr inbounds [16 x float], ptr %line, i64 0, i64 %idxprom30
  store float %3, ptr %arrayidx31, align 4, !tbaa !7
  %inc = add nsw i32 %i15.0, 1
  br label %for.cond16, !llvm.loop !19

for.end33:                                        ; preds = %for.cond16
  %cmp34 = icmp eq i32 %div, 1
  br i1 %cmp34, label %for.cond36, label %if.end

for.cond36:                                       ; preds = %for.end33, %for.body39
  %i35.0 = phi i32 [ %inc47, %for.body39 ], [ 0, %for.end33 ]
  %cmp37 = icmp slt i32 %i35.0, 16
  br i1 %cmp37, label %for.body39, label %if.end

for.body39:                                       ; preds = %for.cond36
  %idxprom40 = sext i32 %i35.0 to i64
  %arrayidx41 = getelementptr inbounds [16 x float], ptr %line, i64 0, i64 %idxprom40
  %4 = load float, ptr %arrayidx41, align 4, !tbaa !7
  %arrayidx43 = getelementptr inbounds [16 x [17 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ13lud_perimeterE5below to ptr), i64 0, i64 %idxprom40
  %idxprom44 = sext i32 %rem to i64
  %arrayidx45 = getelementptr inbounds [17 x float], ptr %arrayidx43, i64 0, i64 %idxprom44
  store float %4, ptr %arrayidx45, align 4, !tbaa !7
  %inc47 = add nsw i32 %i35.0, 1
  br label %for.cond36, !llvm.loop !20

if.end:                                           ; preds = %for.cond36, %for.end33
  call void @llvm.nvvm.bar.warp.sync(i32 -1)
  %cmp49 = icmp eq i32 %div, 0
  br i1 %cmp49, label %for.cond52, label %for.cond85

for.cond52:                                       ; preds = %if.end, %for.end73
  %i51.0 = phi i32 [ %inc83, %for.end73 ], [ 1, %if.end ]
  %cmp53 = icmp slt i32 %i51.0, 16
  br i1 %cmp53, label %for.cond56, label %if.end141

for.cond56:                                       ; preds = %for.cond52, %for.body59
  %k.0 = phi i32 [ %inc72, %for.body59 ], [ 0, %for.cond52 ]
  %cmp57 = icmp slt i32 %k.0, %i51.0
  br i1 %cmp57, label %for.body59, label %for.end73

for.body59:                                       ; preds = %for.cond56
  %idxprom60 = sext i32 %i51.0 to i64
  %arrayidx61 = getelementptr inbounds [16 x [17 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ13lud_perimeterE8diagonal to ptr), i64 0, i64 %idxprom60
  %idxprom62 = sext i32 %k.0 to i64
  %arrayidx63 = getelementptr inbounds [17 x float], ptr %arrayidx61, i64 0, i64 %idxprom62
  %5 = load float, ptr %arrayidx63, align 4, !tbaa !7
  %fneg = fneg contract float %5
  %arrayidx65 = getelementptr inbounds [16 x float], ptr %line, i64 0, i64 %idxprom62
  %6 = load float, ptr %arrayidx65, align 4, !tbaa !7
  %arrayidx67 = getelementptr inbounds [16 x float], ptr %line, i64 0, i64 %idxprom60
  %7 = load float, ptr %arrayidx67, align 4, !tbaa !7
  %8 = call contract noundef float @llvm.fma.f32(float %fneg, float %6, float %7)
  store float %8, ptr %arrayidx67, align 4, !tbaa !7
  %inc72 = add nsw i32 %k.0, 1
  br label %for.cond56, !llvm.loop !21

for.end73:                                        ; preds = %for.cond56
  %idxprom74 = sext i32 %i51.0 to i64
  %arrayidx75 = getelementptr inbounds [16 x float], ptr %line, i64 0, i64 %idxprom74
  %9 = load float, ptr %arrayidx75, align 4, !tbaa !7
  %add76 = add nsw i32 %mul, %i51.0
  %mul77 = mul nsw i32 %add76, %n
  %add78 = add nsw i32 %mul77, %add3
  %add79 = add nsw i32 %add78, %rem
  %idxprom80 = sext i32 %add79 to i64
  %arrayidx81 = getelementptr inbounds float, ptr %matrix, i64 %idxprom80
  store float %9, ptr %arrayidx81, align 4, !tbaa !7
  %inc83 = add nsw i32 %i51.0, 1
  br label %for.cond52, !llvm.loop !22

for.cond85:                                       ; preds = %if.end, %for.body88
  %j.0 = phi i32 [ %inc96, %for.body88 ], [ 0, %if.end ]
  %cmp86 = icmp slt i32 %j.0, 16
  br i1 %cmp86, label %for.body88, label %for.cond99

for.body88:                                       ; preds = %for.cond85
  %idxprom89 = sext i32 %rem to i64
  %arrayidx90 = getelementptr inbounds [16 x [17 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ13lud_perimeterE5below to ptr), i64 0, i64 %idxprom89
  %idxprom91 = sext i32 %j.0 to i64
  %arrayidx92 = getelementptr inbounds [17 x float], ptr %arrayidx90, i64 0, i64 %idxprom91
  %10 = load float, ptr %arrayidx92, align 4, !tbaa !7
  %arrayidx94 = getelementptr inbounds [16 x float], ptr %line, i64 0, i64 %idxprom91
  store float %10, ptr %arrayidx94, align 4, !tbaa !7
  %inc96 = add nsw i32 %j.0, 1
  br label %for.cond85, !llvm.loop !23

for.cond99:                                       ; preds = %for.cond85, %for.end122
  %j98.0 = phi i32 [ %inc139, %for.end122 ], [ 0, %for.cond85 ]
  %cmp100 = icmp slt i32 %j98.0, 16
  br i1 %cmp100, label %for.cond104, label %if.end141

for.cond104:                                      ; preds = %for.cond99, %for.body107
  %k103.0 = phi i32 [ %inc121, %for.body107 ], [ 0, %for.cond99 ]
  %cmp105 = icmp slt i32 %k103.0, %j98.0
  br i1 %cmp105, label %for.body107, label %for.end122

for.body107:                                      ; preds = %for.cond104
  %idxprom108 = sext i32 %k103.0 to i64
  %arrayidx109 = getelementptr inbounds [16 x float], ptr %line, i64 0, i64 %idxprom108
  %11 = load float, ptr %arrayidx109, align 4, !tbaa !7
  %fneg110 = fneg contract float %11
  %arrayidx112 = getelementptr inbounds [16 x [17 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ13lud_perimeterE8diagonal to ptr), i64 0, i64 %idxprom108
  %idxprom113 = sext i32 %j98.0 to i64
  %arrayidx114 = getelementptr inbounds [17 x float], ptr %arrayidx112, i64 0, i64 %idxprom113
  %12 = load float, ptr %arrayidx114, align 4, !tbaa !7
  %arrayidx116 = getelementptr inbounds [16 x float], ptr %line, i64 0, i64 %idxprom113
  %13 = load float, ptr %arrayidx116, align 4, !tbaa !7
  %14 = call contract noundef float @llvm.fma.f32(float %fneg110, float %12, float %13)
  store float %14, ptr %arrayidx116, align 4, !tbaa !7
  %inc121 = add nsw i32 %k103.0, 1
  br label %for.cond104, !llvm.loop !24

for.end122:                                       ; preds = %for.cond104
  %idxprom123 = sext i32 %j98.0 to i64
  %arrayidx124 = getelementptr inbounds [16 x float], ptr %line, i64 0, i64 %idxprom123
  %15 = load float, ptr %arrayidx124, align 4, !tbaa !7
  %arrayidx126 = getelementptr inbounds [16 x [17 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ13lud_perimeterE8diagonal to ptr), i64 0, i64 %idxprom123
  %arrayidx128 = getelementptr inbounds [17 x float], ptr %arrayidx126, i64 0, i64 %idxprom123
  %16 = load float, ptr %arrayidx128, align 4, !tbaa !7
  %div129 = fdiv contract float %15, %16
  store float %div129, ptr %arrayidx124, align 4, !tbaa !7
  %idxprom134 = sext i32 %rem to i64
  %arrayidx135 = getelementptr inbounds [16 x [17 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ13lud_perimeterE5below to ptr), i64 0, i64 %idxprom134
  %arrayidx137 = getelementptr inbounds [17 x float], ptr %arrayidx135, i64 0, i64 %idxprom123
  store float %div129, ptr %arrayidx137, align 4, !tbaa !7
  %inc139 = add nsw i32 %j98.0, 1
  br label %for.cond99, !llvm.loop !25

if.end141:                                        ; preds = %for.cond99, %for.cond52
  call void @llvm.nvvm.bar.warp.sync(i32 -1)
  br label %for.cond143

for.cond143:                                      ; preds = %for.body146, %if.end141
  %i142.0 = phi i32 [ 0, %if.end141 ], [ %add160, %for.body146 ]
  %cmp144 = icmp slt i32 %i142.0, 16
  br i1 %cmp144, label %for.body146, label %for.end161

for.body146:                                      ; preds = %for.cond143
  %add147 = add nsw i32 %i142.0, %div
  %idxprom148 = sext i32 %add147 to i64
  %arrayidx149 = getelementptr inbounds [16 x [17 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ13lud_perimeterE5below to ptr), i64 0, i64 %idxprom148
  %idxprom150 = sext i32 %rem to i64
  %arrayidx151 = getelementptr inbounds [17 x float], ptr %arrayidx149, i64 0, i64 %idxprom150
  %17 = load float, ptr %arrayidx151, align 4, !tbaa !7
  %add152 = add nsw i32 %add3, %i142.0
  %add153 = add nsw i32 %add152, %div
  %mul154 = mul nsw i32 %add153, %n
  %add155 = add nsw i32 %mul154, %mul
  %add156 = add nsw i32 %add155, %rem
  %idxprom157 = sext i32 %add156 to i64
  %arrayidx158 = getelementptr inbounds float, ptr %matrix, i64 %idxprom157
  store float %17, ptr %arrayidx158, align 4, !tbaa !7
  %add160 = add nsw i32 %i142.0, 2
  br label %for.cond143, !llvm.loop !26

for.end161:                                       ; preds = %for.cond143
  call void @llvm.lifetime.end.p0(ptr %line) #6
  ret void
}

; Function Attrs: convergent mustprogress noinline norecurse nounwind
define dso_local ptx_kernel void @lud_internal(ptr noalias noundef %matrix, i32 noundef %n, i32 noundef %step) #0 {
entry:
  %cell = alloca [4 x float], align 4
  %left = alloca [4 x <4 x float>], align 16
  %0 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.x()
  %1 = call noundef i32 @llvm.nvvm.read.ptx.sreg.tid.y()
  %mul = mul nsw i32 %step, 16
  %2 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.y()
  %add = add nsw i32 %2, 1
  %mul3 = mul nsw i32 %add, 16
  %add4 = add nsw i32 %mul, %mul3
  %3 = call noundef i32 @llvm.nvvm.read.ptx.sreg.ctaid.x()
  %mul6 = mul nsw i32 %3, 2
  %add7 = add nsw i32 %mul6, 1
  %mul8 = mul nsw i32 %add7, 16
  %add9 = add nsw i32 %mul, %mul8
  %add10 = add nsw i32 %add9, %0
  %cmp = icmp slt i32 %add10, %n
  br label %for.cond

for.cond:                                         ; preds = %cond.end, %entry
  %i.0 = phi i32 [ 0, %entry ], [ %add21, %cond.end ]
  %cmp11 = icmp slt i32 %i.0, 16
  br i1 %cmp11, label %for.body, label %for.cond23

for.body:                                         ; preds = %for.cond
  br i1 %cmp, label %cond.true, label %cond.end

cond.true:                                        ; preds = %for.body
  %add12 = add nsw i32 %mul, %i.0
  %add13 = add nsw i32 %add12, %1
  %mul14 = mul nsw i32 %add13, %n
  %add15 = add nsw i32 %mul14, %add10
  %idxprom = sext i32 %add15 to i64
  %arrayidx = getelementptr inbounds float, ptr %matrix, i64 %idxprom
  %4 = load float, ptr %arrayidx, align 4, !tbaa !7
  br label %cond.end

cond.end:                                         ; preds = %for.body, %cond.true
  %cond = phi contract float [ %4, %cond.true ], [ 0.000000e+00, %for.body ]
  %add16 = add nsw i32 %i.0, %1
  %idxprom17 = sext i32 %add16 to i64
  %arrayidx18 = getelementptr inbounds [16 x [32 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ12lud_internalE5right to ptr), i64 0, i64 %idxprom17
  %idxprom19 = sext i32 %0 to i64
  %arrayidx20 = getelementptr inbounds [32 x float], ptr %arrayidx18, i64 0, i64 %idxprom19
  store float %cond, ptr %arrayidx20, align 4, !tbaa !7
  %add21 = add nsw i32 %i.0, 4
  br label %for.cond, !llvm.loop !27

for.cond23:                                       ; preds = %for.cond, %for.body26
  %i22.0 = phi i32 [ %add46, %for.body26 ], [ 0, %for.cond ]
  %cmp24 = icmp slt i32 %i22.0, 16
  br i1 %cmp24, label %for.body26, label %for.end47

for.body26:                                       ; preds = %for.cond23
  %add27 = add nsw i32 %add4, %i22.0
  %mul28 = mul nsw i32 %1, 2
  %add29 = add nsw i32 %add27, %mul28
  %div = sdiv i32 %0, 16
  %add30 = add nsw i32 %add29, %div
  %mul31 = mul nsw i32 %add30, %n
  %add32 = add nsw i32 %mul31, %mul
  %rem = srem i32 %0, 16
  %add33 = add nsw i32 %add32, %rem
  %idxprom34 = sext i32 %add33 to i64
  %arrayidx35 = getelementptr inbounds float, ptr %matrix, i64 %idxprom34
  %5 = load float, ptr %arrayidx35, align 4, !tbaa !7
  %add37 = add nsw i32 %i22.0, %mul28
  %add39 = add nsw i32 %add37, %div
  %idxprom40 = sext i32 %add39 to i64
  %arrayidx41 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ12lud_internalE5below to ptr), i64 0, i64 %idxprom40
  %idxprom43 = sext i32 %rem to i64
  %arrayidx44 = getelementptr inbounds [16 x float], ptr %arrayidx41, i64 0, i64 %idxprom43
  store float %5, ptr %arrayidx44, align 4, !tbaa !7
  %add46 = add nsw i32 %i22.0, 8
  br label %for.cond23, !llvm.loop !28

for.end47:                                        ; preds = %for.cond23
  call void @llvm.lifetime.start.p0(ptr %cell) #6
  br label %for.cond48

for.cond48:                                       ; preds = %cond.end62, %for.end47
  %r.0 = phi i32 [ 0, %for.end47 ], [ %inc, %cond.end62 ]
  %cmp49 = icmp slt i32 %r.0, 4
  br i1 %cmp49, label %for.body51, label %for.end67

for.body51:                                       ; preds = %for.cond48
  br i1 %cmp, label %cond.true53, label %cond.end62

cond.true53:                                      ; preds = %for.body51
  %add54 = add nsw i32 %add4, %1
  %mul55 = mul nsw i32 4, %r.0
  %add56 = add nsw i32 %add54, %mul55
  %mul57 = mul nsw i32 %add56, %n
  %add58 = add nsw i32 %mul57, %add10
  %idxprom59 = sext i32 %add58 to i64
  %arrayidx60 = getelementptr inbounds float, ptr %matrix, i64 %idxprom59
  %6 = load float, ptr %arrayidx60, align 4, !tbaa !7
  br label %cond.end62

cond.end62:                                       ; preds = %for.body51, %cond.true53
  %cond63 = phi contract float [ %6, %cond.true53 ], [ 0.000000e+00, %for.body51 ]
  %idxprom64 = sext i32 %r.0 to i64
  %arrayidx65 = getelementptr inbounds [4 x float], ptr %cell, i64 0, i64 %idxprom64
  store float %cond63, ptr %arrayidx65, align 4, !tbaa !7
  %inc = add nsw i32 %r.0, 1
  br label %for.cond48, !llvm.loop !29

for.end67:                                        ; preds = %for.cond48
  call void @llvm.nvvm.barrier.cta.sync.aligned.all(i32 0)
  br label %for.cond68

for.cond68:                                       ; preds = %for.end145, %for.end67
  %k.0 = phi i32 [ 0, %for.end67 ], [ %add147, %for.end145 ]
  %cmp69 = icmp slt i32 %k.0, 16
  br i1 %cmp69, label %for.body71, label %for.end148

for.body71:                                       ; preds = %for.cond68
  call void @llvm.lifetime.start.p0(ptr %left) #6
  br label %for.cond73

for.cond73:                                       ; preds = %for.body76, %for.body71
  %r72.0 = phi i32 [ 0, %for.body71 ], [ %inc86, %for.body76 ]
  %cmp74 = icmp slt i32 %r72.0, 4
  br i1 %cmp74, label %for.body76, label %for.end87

for.body76:                                       ; preds = %for.cond73
  %mul77 = mul nsw i32 4, %r72.0
  %add78 = add nsw i32 %1, %mul77
  %idxprom79 = sext i32 %add78 to i64
  %arrayidx80 = getelementptr inbounds [16 x [16 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ12lud_internalE5below to ptr), i64 0, i64 %idxprom79
  %idxprom81 = sext i32 %k.0 to i64
  %arrayidx82 = getelementptr inbounds [16 x float], ptr %arrayidx80, i64 0, i64 %idxprom81
  %7 = load <4 x float>, ptr %arrayidx82, align 4, !tbaa !30
  %idxprom83 = sext i32 %r72.0 to i64
  %arrayidx84 = getelementptr inbounds [4 x <4 x float>], ptr %left, i64 0, i64 %idxprom83
  store <4 x float> %7, ptr %arrayidx84, align 16, !tbaa !30
  %inc86 = add nsw i32 %r72.0, 1
  br label %for.cond73, !llvm.loop !31

for.end87:                                        ; preds = %for.cond73
  %idxprom88 = sext i32 %k.0 to i64
  %arrayidx89 = getelementptr inbounds [16 x [32 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ12lud_internalE5right to ptr), i64 0, i64 %idxprom88
  %idxprom90 = sext i32 %0 to i64
  %arrayidx91 = getelementptr inbounds [32 x float], ptr %arrayidx89, i64 0, i64 %idxprom90
  %8 = load float, ptr %arrayidx91, align 4, !tbaa !7
  %add92 = add nsw i32 %k.0, 1
  %idxprom93 = sext i32 %add92 to i64
  %arrayidx94 = getelementptr inbounds [16 x [32 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ12lud_internalE5right to ptr), i64 0, i64 %idxprom93
  %arrayidx96 = getelementptr inbounds [32 x float], ptr %arrayidx94, i64 0, i64 %idxprom90
  %9 = load float, ptr %arrayidx96, align 4, !tbaa !7
  %add97 = add nsw i32 %k.0, 2
  %idxprom98 = sext i32 %add97 to i64
  %arrayidx99 = getelementptr inbounds [16 x [32 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ12lud_internalE5right to ptr), i64 0, i64 %idxprom98
  %arrayidx101 = getelementptr inbounds [32 x float], ptr %arrayidx99, i64 0, i64 %idxprom90
  %10 = load float, ptr %arrayidx101, align 4, !tbaa !7
  %add102 = add nsw i32 %k.0, 3
  %idxprom103 = sext i32 %add102 to i64
  %arrayidx104 = getelementptr inbounds [16 x [32 x float]], ptr addrspacecast (ptr addrspace(3) @_ZZ12lud_internalE5right to ptr), i64 0, i64 %idxprom103
  %arrayidx106 = getelementptr inbounds [32 x float], ptr %arrayidx104, i64 0, i64 %idxprom90
  %11 = load float, ptr %arrayidx106, align 4, !tbaa !7
  br label %for.cond108

for.cond108:                                      ; preds = %for.body111, %for.end87
  %r107.0 = phi i32 [ 0, %for.end87 ], [ %inc144, %for.body111 ]
  %cmp109 = icmp slt i32 %r107.0, 4
  br i1 %cmp109, label %for.body111, label %for.end145

for.body111:                                      ; preds = %for.cond108
  %idxprom112 = sext i32 %r107.0 to i64
  %arrayidx113 = getelementptr inbounds [4 x <4 x float>], ptr %left, i64 0, i64 %idxprom112
  %12 = load <4 x float>, ptr %arrayidx113, align 16
  %13 = extractelement <4 x float> %12, i64 0
  %fneg = fneg contract float %13
  %arrayidx115 = getelementptr inbounds [4 x float], ptr %cell, i64 0, i64 %idxprom112
  %14 = load float, ptr %arrayidx115, align 4, !tbaa !7
  %15 = call contract noundef float @llvm.fma.f32(float %fneg, float %8, float %14)
  store float %15, ptr %arrayidx115, align 4, !tbaa !7
  %16 = load <4 x float>, ptr %arrayidx113, align 16
  %17 = extractelement <4 x float> %16, i64 1
  %fneg121 = fneg contract float %17
  %18 = call contract noundef float @llvm.fma.f32(float %fneg121, float %9, float %15)
  store float %18, ptr %arrayidx115, align 4, !tbaa !7
  %19 = load <4 x float>, ptr %arrayidx113, align 16
  %20 = extractelement <4 x float> %19, i64 2
  %fneg129 = fneg contract float %20
  %21 = call contract noundef float @llvm.fma.f32(float %fneg129, float %10, float %18)
  store float %21, ptr %arrayidx115, align 4, !tbaa !7
  %22 = load <4 x float>, ptr %arrayidx113, align 16
  %23 = extractelement <4 x float> %22, i64 3
  %fneg137 = fneg contract float %23
  %24 = call contract noundef float @llvm.fma.f32(float %fneg137, float %11, float %21)
  store float %24, ptr %arrayidx115, align 4, !tbaa !7
  %inc144 = add nsw i32 %r107.0, 1
  br label %for.cond108, !llvm.loop !32

for.end145:                                       ; preds = %for.cond108
  call void @llvm.lifetime.end.p0(ptr %left) #6
  %add147 = add nsw i32 %k.0, 4
  br label %for.cond68, !llvm.loop !33

for.end148:                                       ; preds = %for.cond68
  br i1 %cmp, label %for.cond151, label %if.end

for.cond151:                                      ; preds = %for.end148, %for.body154
  %r150.0 = phi i32 [ %inc165, %for.body154 ], [ 0, %for.end148 ]
  %cmp152 = icmp slt i32 %r150.0, 4
  br i1 %cmp152, label %for.body154, label %if.end

for.body154:                                      ; preds = %for.cond151
  %idxprom155 = sext i32 %r150.0 to i64
  %arrayidx156 = getelementptr inbounds [4 x float], ptr %cell, i64 0, i64 %idxprom155
  %25 = load float, ptr %arrayidx156, align 4, !tbaa !7
  %add157 = add nsw i32 %add4, %1
  %mul158 = mul nsw i32 4, %r150.0
  %add159 = add nsw i32 %add157, %mul158
  %mul160 = mul nsw i32 %add159, %n
  %add161 = add nsw i32 %mul160, %add10
  %idxprom162 = sext i32 %add161 to i64
  %arrayidx163 = getelementptr inbounds float, ptr %matrix, i64 %idxprom162
  store float %25, ptr %arrayidx163, align 4, !tbaa !7
  %inc165 = add nsw i32 %r150.0, 1
  br label %for.cond151, !llvm.loop !34

if.end:                                           ; preds = %for.cond151, %for.end148
  call void @llvm.lifetime.end.p0(ptr %cell) #6
  ret void
}

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.barrier.cta.sync.aligned.all(i32) #2

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.x() #3

; Function Attrs: convergent nocallback nounwind
declare void @llvm.nvvm.bar.warp.sync(i32) #2

; Function Attrs: convergent nocallback nounwind memory(inaccessiblemem: readwrite)
declare float @llvm.nvvm.shfl.sync.idx.f32(i32, float, i32, i32) #4

; Function Attrs: nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none)
declare float @llvm.fma.f32(float, float, float) #5

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 2147483647) i32 @llvm.nvvm.read.ptx.sreg.ctaid.x() #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 1024) i32 @llvm.nvvm.read.ptx.sreg.tid.y() #3

; Function Attrs: nocallback nofree nosync nounwind speculatable willreturn memory(none)
declare noundef range(i32 0, 65535) i32 @llvm.nvvm.read.ptx.sreg.ctaid.y() #3

attributes #0 = { convergent mustprogress noinline norecurse nounwind "frame-pointer"="all" "no-trapping-math"="true" "stack-protector-buffer-size"="8" "target-cpu"="sm_90" "target-features"="+ptx42,+ptx80,+sm_90" "uniform-work-group-size"="true" }
attributes #1 = { nocallback nofree nosync nounwind willreturn memory(argmem: readwrite) }
attributes #2 = { convergent nocallback nounwind }
attributes #3 = { nocallback nofree nosync nounwind speculatable willreturn memory(none) }
attributes #4 = { convergent nocallback nounwind memory(inaccessiblemem: readwrite) }
attributes #5 = { nocallback nocreateundeforpoison nofree nosync nounwind speculatable willreturn memory(none) }
attributes #6 = { nounwind }

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
!9 = distinct !{!9, !10, !11}
!10 = !{!"llvm.loop.mustprogress"}
!11 = !{!"llvm.loop.unroll.enable"}
!12 = distinct !{!12, !10, !11}
!13 = distinct !{!13, !10, !11}
!14 = distinct !{!14, !10, !11}
!15 = distinct !{!15, !10, !11}
!16 = distinct !{!16, !10, !11}
!17 = distinct !{!17, !10, !11}
!18 = distinct !{!18, !10, !11}
!19 = distinct !{!19, !10, !11}
!20 = distinct !{!20, !10, !11}
!21 = distinct !{!21, !10, !11}
!22 = distinct !{!22, !10, !11}
!23 = distinct !{!23, !10, !11}
!24 = distinct !{!24, !10, !11}
!25 = distinct !{!25, !10, !11}
!26 = distinct !{!26, !10, !11}
!27 = distinct !{!27, !10, !11}
!28 = distinct !{!28, !10, !11}
!29 = distinct !{!29, !10, !11}
!30 = !{!5, !5, i64 0}
!31 = distinct !{!31, !10, !11}
!32 = distinct !{!32, !10, !11}
!33 = distinct !{!33, !10, !11}
!34 = distinct !{!34, !10, !11}
